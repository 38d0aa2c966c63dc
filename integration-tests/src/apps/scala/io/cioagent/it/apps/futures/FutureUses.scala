package io.cioagent.it.apps.futures

import io.cioagent.it.apps.crm.Gateway
import io.cioagent.it.apps.customerio.ScalaCustomerIoClient
import scala.concurrent.ExecutionContext.Implicits.global
import scala.concurrent.duration._
import scala.concurrent.{Await, Future}

/** What applications do with futures. */
class FutureUses(base: String) {
  private val id = "cust-5512"
  private val client = new ScalaCustomerIoClient(base)
  private val gateway = new Gateway(base)

  private def call(method: String): Future[Any] = method match {
    case "identify" => client.identify(id)
    case "identifyUser" => client.identifyUser(id)
    case "identifyCustomer" => client.identifyCustomer(id)
    case "track" => client.track(id)
    case "trackEvent" => client.trackEvent(id)
    case "updateCustomer" => Future.successful(client.updateCustomer(id))
    case "upsertCustomer" => client.upsertCustomer(id)
    case "deleteCustomer" => client.deleteCustomer(id)
    case "suppress" => client.suppress(id)
    case "upsert" => gateway.upsert(id)
    case "fire" => gateway.fire(id)
  }

  def await(method: String): String = Await.result(call(method), 10.seconds).toString

  /** One after the other, the second on a thread that worked for the first. */
  def chain(one: String, other: String): String =
    Await.result(call(one).flatMap(_ => call(other)), 10.seconds).toString

  /** The same, while some work of the first is still under way. */
  def overlapping(one: String, other: String): String =
    try chain(one, other)
    finally client.leftover.finish()

  def five(method: String): String =
    Await.result(Future.sequence(List.fill(5)(call(method))), 10.seconds).mkString(" ")

  def pending(): String = {
    val future = client.addDevice(id)
    future.isCompleted.toString
  }

  def finish(): String = client.finish().toString
}
