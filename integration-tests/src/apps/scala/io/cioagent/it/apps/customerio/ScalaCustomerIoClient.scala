package io.cioagent.it.apps.customerio

import io.cioagent.it.apps.{Leftover, Requests}
import scala.concurrent.{Await, ExecutionContext, Future, Promise}
import scala.concurrent.duration._

/** Client methods that return Scala's futures. */
class ScalaCustomerIoClient(base: String) {
  private implicit val global: ExecutionContext = ExecutionContext.global
  private val requests = new Requests(base)
  val leftover = new Leftover

  /** Runs callbacks where the future is completed, as Scala 2.13's own does. */
  private val parasitic: ExecutionContext = new ExecutionContext {
    override def execute(work: Runnable): Unit = work.run()
    override def reportFailure(cause: Throwable): Unit = ()
  }

  private def send(id: String): Future[Int] = Future(requests.send(id))

  def identify(id: String): Future[Int] = send(id)

  /** Swallows what went wrong. */
  def identifyUser(id: String): Future[Int] = send(id).recover { case _ => 0 }

  /** Tries again. */
  def identifyCustomer(id: String): Future[Int] = send(id).recoverWith { case _ => send(id) }

  /** Two requests, the second after the first. */
  def track(id: String): Future[String] =
    for {
      first <- send(id)
      second <- send(id)
    } yield s"$first $second"

  /** The same, without an executor. */
  def trackEvent(id: String): Future[String] = {
    val first = send(id)
    implicit val global: ExecutionContext = parasitic
    first.flatMap(status => Future.successful(s"$status " + requests.send(id).toString))
  }

  /** Is not done when its future is. */
  def deleteCustomer(id: String): Future[Int] = {
    leftover.begin()
    send(id)
  }

  /** Waits itself. */
  def updateCustomer(id: String): Int = Await.result(send(id), 10.seconds)

  /** Waits itself, and returns a future all the same. */
  def upsertCustomer(id: String): Future[Int] = Future.successful(updateCustomer(id))

  /** There from the start. */
  def suppress(id: String): Future[Int] = Future.failed(new IllegalStateException("no one"))

  /** Completed by nobody. */
  private var pending = Promise[Int]()

  def addDevice(id: String): Future[Int] = pending.future

  def finish(): Boolean = {
    val finished = pending.trySuccess(200)
    pending = Promise[Int]()
    finished
  }
}
