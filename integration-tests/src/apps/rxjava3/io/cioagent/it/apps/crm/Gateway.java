package io.cioagent.it.apps.crm;

import io.cioagent.it.apps.Requests;
import io.reactivex.rxjava3.core.Flowable;
import io.reactivex.rxjava3.core.Single;
import io.reactivex.rxjava3.schedulers.Schedulers;

/** No name that says what it is: only the settings do. */
public class Gateway {

  private final Requests requests;

  public Gateway(String base) {
    requests = new Requests(base);
  }

  public Single<Integer> upsert(String id) {
    return Single.fromCallable(() -> requests.send(id)).subscribeOn(Schedulers.io());
  }

  public Flowable<Integer> fire(String id) {
    return Flowable.range(1, 2).map(number -> requests.send(id));
  }
}
