package io.cioagent.it.apps.customerio.handover

import io.cioagent.it.apps.Wire
import java.util.concurrent.Executors
import kotlinx.coroutines.CoroutineScope
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.SupervisorJob
import kotlinx.coroutines.asCoroutineDispatcher
import kotlinx.coroutines.async
import kotlinx.coroutines.delay
import kotlinx.coroutines.launch
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext
import kotlinx.coroutines.yield

/** Coroutines behind plain methods. */
class CoroutineCustomerIoClient(private val base: String) {
    private val scope = CoroutineScope(SupervisorJob() + Dispatchers.Default)
    private val own =
        Executors.newSingleThreadExecutor { work -> Thread(work, "shop").apply { isDaemon = true } }
            .asCoroutineDispatcher()

    private fun send(id: String): Int = Wire.call("PUT", "$base/api/v1/customers/$id")

    fun identify(id: String): Boolean {
        scope.launch(Dispatchers.IO) { send(id) }
        return true
    }

    fun identifyUser(id: String): Boolean {
        scope.launch { withContext(Dispatchers.IO) { send(id) } }
        return true
    }

    fun upsertCustomer(id: String): Int = runBlocking { withContext(Dispatchers.Default) { send(id) } }

    fun updateCustomer(id: String): Int = runBlocking {
        delay(50)
        async(Dispatchers.IO) { send(id) }.await()
    }

    fun addOrUpdateCustomer(id: String): Int = runBlocking(Dispatchers.IO) {
        delay(50)
        yield()
        send(id)
    }

    fun identifyCustomer(id: String): Boolean {
        scope.launch(own) {
            yield()
            send(id)
        }
        return true
    }
}
