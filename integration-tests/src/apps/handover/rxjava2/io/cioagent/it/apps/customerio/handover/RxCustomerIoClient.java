package io.cioagent.it.apps.customerio.handover;

import io.reactivex.Flowable;
import io.reactivex.Single;
import io.reactivex.schedulers.Schedulers;
import java.util.concurrent.TimeUnit;

/** RxJava's schedulers; nothing reactive is returned. */
public class RxCustomerIoClient {

  private final String base;

  public RxCustomerIoClient(String base) {
    this.base = base;
  }

  public boolean identify(String id) {
    return Single.fromCallable(new Sender(base, id)).subscribeOn(Schedulers.io()).subscribe()
        != null;
  }

  public boolean identifyUser(String id) {
    return Flowable.just(id)
            .observeOn(Schedulers.computation())
            .map(each -> new Sender(base, each).call())
            .subscribe()
        != null;
  }

  public boolean upsertCustomer(String id) {
    return Single.fromCallable(new Sender(base, id)).subscribeOn(Schedulers.newThread()).subscribe()
        != null;
  }

  public boolean updateCustomer(String id) {
    return Single.timer(50, TimeUnit.MILLISECONDS)
            .map(after -> new Sender(base, id).call())
            .blockingGet()
        > 0;
  }
}
