package io.cioagent.it.apps.customerio

import io.cioagent.it.apps.Leftover
import io.cioagent.it.apps.Requests
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.coroutineScope
import kotlinx.coroutines.delay
import kotlinx.coroutines.suspendCancellableCoroutine
import kotlinx.coroutines.withContext
import kotlinx.coroutines.withTimeout

/** Where it stands in the class file depends on the compiler's age. */
interface Merges {
  val requests: Requests

  suspend fun mergeCustomers(id: String): Int = withContext(Dispatchers.IO) { requests.send(id) }
}

/** Client methods that are suspend functions. */
open class KotlinCustomerIoClient(base: String) : Merges {
  override val requests = Requests(base)
  val leftover = Leftover()

  /** Suspends before, for and after its request. */
  suspend fun identify(id: String): Int {
    delay(5)
    val status = withContext(Dispatchers.IO) { requests.send(id) }
    delay(5)
    return status
  }

  /** Passes on: compiled without anything that runs at its end. */
  suspend fun identifyUser(id: String): Int = withContext(Dispatchers.IO) { requests.send(id) }

  /** Never suspends. */
  @Suppress("RedundantSuspendModifier")
  suspend fun identifyCustomer(id: String): Int = requests.send(id)

  /** Swallows what went wrong. */
  suspend fun updateCustomer(id: String): Int =
    try {
      identifyElsewhere(id)
    } catch (e: IllegalStateException) {
      0
    }

  /** Tries again after a pause. */
  suspend fun upsertCustomer(id: String): Int {
    try {
      return identifyElsewhere(id)
    } catch (e: IllegalStateException) {
      delay(10)
    }
    return identifyElsewhere(id)
  }

  /** Two requests at once. */
  suspend fun createOrUpdateCustomer(id: String): String = coroutineScope {
    List(2) { async(Dispatchers.Default) { requests.send(id) } }.awaitAll().joinToString(" ")
  }

  /** Of the same name, and it suspends afterwards. */
  suspend fun addOrUpdateCustomer(id: String): Int {
    val status = addOrUpdateCustomer(id, 2)
    delay(5)
    return status
  }

  /** Calls itself to try again. */
  suspend fun addOrUpdateCustomer(id: String, attempts: Int): Int {
    try {
      return identifyElsewhere(id)
    } catch (e: IllegalStateException) {
      if (attempts == 1) {
        throw e
      }
    }
    val status = addOrUpdateCustomer(id, attempts - 1)
    delay(5)
    return status
  }

  private suspend fun identifyElsewhere(id: String): Int =
    withContext(Dispatchers.IO) { requests.send(id) }

  /** Other client methods within this one. */
  suspend fun track(id: String): String {
    val first = identify(id)
    val second = identifyUser(id)
    return "$first $second"
  }

  /** Never ends by itself. */
  suspend fun addDevice(id: String): Int = suspendCancellableCoroutine { check(id.isNotEmpty()) }

  /** Waits for 50 ms only. */
  suspend fun deleteDevice(id: String): Int = withTimeout(50) { addDevice(id) }

  /** Fails for a reason of its own, after a request that did not. */
  suspend fun sendEvent(id: String): Int =
    withContext(Dispatchers.IO) {
      requests.send(id)
      error("cannot read the answer")
    }

  /** The same, and suspends before. */
  suspend fun postEvent(id: String): Int {
    delay(5)
    requests.send(id)
    delay(5)
    error("cannot read the answer")
  }

  /** Is not done when it returns. */
  suspend fun deleteCustomer(id: String): Int {
    leftover.begin()
    val status = identifyElsewhere(id)
    delay(5)
    return status
  }

  /** Passes on to a function that goes on after its request. */
  suspend fun sendUserEvent(id: String): Int = sendAndPause(id)

  private suspend fun sendAndPause(id: String): Int {
    val status = identifyElsewhere(id)
    delay(5)
    return status
  }
}
