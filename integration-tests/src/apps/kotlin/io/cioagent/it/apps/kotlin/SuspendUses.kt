package io.cioagent.it.apps.kotlin

import io.cioagent.it.apps.crm.Gateway
import io.cioagent.it.apps.customerio.KotlinCustomerIoClient
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.async
import kotlinx.coroutines.awaitAll
import kotlinx.coroutines.cancelAndJoin
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield

private const val ID = "cust-5512"

/** What applications do with suspend functions. */
class SuspendUses(base: String) {
  private val client = KotlinCustomerIoClient(base)
  private val gateway = Gateway(base)

  private suspend fun call(method: String): String {
    val result: Any =
      when (method) {
        "identify" -> client.identify(ID)
        "identifyUser" -> client.identifyUser(ID)
        "identifyCustomer" -> client.identifyCustomer(ID)
        "updateCustomer" -> client.updateCustomer(ID)
        "upsertCustomer" -> client.upsertCustomer(ID)
        "createOrUpdateCustomer" -> client.createOrUpdateCustomer(ID)
        "addOrUpdateCustomer" -> client.addOrUpdateCustomer(ID)
        "mergeCustomers" -> client.mergeCustomers(ID)
        "track" -> client.track(ID)
        "deleteCustomer" -> client.deleteCustomer(ID)
        "sendUserEvent" -> client.sendUserEvent(ID)
        "addDevice" -> client.addDevice(ID)
        "deleteDevice" -> client.deleteDevice(ID)
        "sendEvent" -> client.sendEvent(ID)
        "postEvent" -> client.postEvent(ID)
        "upsert" -> gateway.upsert(ID)
        "fire" -> gateway.fire(ID)
        else -> error(method)
      }
    return result.toString()
  }

  /** On the thread that waits. */
  fun run(method: String): String = runBlocking { call(method) }

  /** On a thread of a pool, where others resume it. */
  fun elsewhere(method: String): String = runBlocking { withContext(Dispatchers.Default) { call(method) } }

  fun five(method: String): String = runBlocking {
    List(5) { async(Dispatchers.Default) { call(method) } }.awaitAll().joinToString(" ")
  }

  /** One after the other. */
  fun sequence(one: String, other: String): String = runBlocking { call(one) + " " + call(other) }

  /** The same, while some work of the first is still under way. */
  fun overlapping(one: String, other: String): String =
    try {
      sequence(one, other)
    } finally {
      client.leftover.finish()
    }

  fun cancel(method: String): String = runBlocking {
    val job = launch { call(method) }
    yield()
    job.cancelAndJoin()
    "cancelled"
  }

  fun java(method: String): String =
    if (method == "identify") JavaCaller.identify(client, ID)
    else JavaCaller.identifyUser(client, ID)
}
