package io.cioagent.it.apps.crm

import io.cioagent.it.apps.Requests
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.delay
import kotlinx.coroutines.withContext

/** No name that says what it is: only the settings do. */
class Gateway(base: String) {
  private val requests = Requests(base)

  suspend fun upsert(id: String): Int {
    val status = withContext(Dispatchers.IO) { requests.send(id) }
    delay(5)
    return status
  }

  suspend fun fire(id: String): Int = withContext(Dispatchers.Default) { requests.send(id) }
}
