package io.cioagent.it.apps.customerio.handover

import io.cioagent.it.apps.Wire
import java.util.concurrent.Executors
import scala.concurrent.{Await, ExecutionContext, Future}
import scala.concurrent.duration.Duration

/** Futures behind plain methods. */
class FutureCustomerIoClient(base: String) {
  private val own: ExecutionContext =
    ExecutionContext.fromExecutor(Executors.newFixedThreadPool(2, Sender.daemons("shop-scala")))

  private def send(id: String): Int = Wire.call("PUT", base + "/api/v1/customers/" + id)

  def identify(id: String): Boolean = {
    implicit val context: ExecutionContext = ExecutionContext.global
    Future(send(id))
    true
  }

  def identifyUser(id: String): Boolean = {
    implicit val context: ExecutionContext = own
    Future(id).map(send)
    true
  }

  def upsertCustomer(id: String): Int = {
    implicit val context: ExecutionContext = ExecutionContext.global
    Await.result(Future(id).flatMap(each => Future(send(each))(own)), Duration("10 s"))
  }
}
