package io.cioagent.it.apps.crm

import io.cioagent.it.apps.Requests
import scala.concurrent.ExecutionContext.Implicits.global
import scala.concurrent.Future

/** No name that says what it is: only the settings do. */
class Gateway(base: String) {
  private val requests = new Requests(base)

  def upsert(id: String): Future[Int] = Future(requests.send(id))

  def fire(id: String): Future[Int] = Future(requests.send(id)).map(status => status)
}
