package io.cioagent.it.apps

import io.ktor.http.ContentType
import io.ktor.http.HttpStatusCode
import io.ktor.server.application.ApplicationCall
import io.ktor.server.application.ApplicationCallPipeline
import io.ktor.server.application.call
import io.ktor.server.request.receive
import io.ktor.server.request.receiveChannel
import io.ktor.server.request.uri
import io.ktor.server.response.respondBytes
import io.ktor.server.response.respondBytesWriter
import io.ktor.utils.io.readAvailable
import io.ktor.utils.io.writeStringUtf8
import kotlinx.coroutines.Dispatchers
import kotlinx.coroutines.runBlocking
import kotlinx.coroutines.withContext

/** Ktor's server on one of its engines. */
class KtorReceiverApp : ReceiverApp() {

  companion object {
    @JvmStatic
    fun main(arguments: Array<String>) {
      KtorReceiverApp().run()
    }
  }

  override fun start(): Int {
    val server = server { intercept(ApplicationCallPipeline.Call) { receive(call) } }
    server.start(wait = false)
    return runBlocking { server.engine.resolvedConnectors().first().port }
  }

  private suspend fun receive(call: ApplicationCall) {
    val hook = Hook.of(call.request.uri)
    val reading = Reading()
    reading.note("length", call.request.headers["Content-Length"])
    if (hook.answer == "early") {
      call.respondBytesWriter {
        writeStringUtf8("early ")
        flush()
        writeStringUtf8(reported(hook, call, reading))
      }
      return
    }
    val text = reported(hook, call, reading).toByteArray()
    val status = HttpStatusCode.fromValue(hook.status())
    if (status == HttpStatusCode.NoContent) {
      call.respondBytes(ByteArray(0), status = status)
    } else {
      call.respondBytes(text, ContentType.Text.Plain, status)
    }
  }

  /** Reads, and says what was read. */
  private suspend fun reported(hook: Hook, call: ApplicationCall, reading: Reading): String {
    try {
      if (hook.way == "async") {
        withContext(Dispatchers.IO) { read(hook, call, reading) }
      } else {
        read(hook, call, reading)
      }
      withContext(Dispatchers.IO) { hook.beforeAnswer() }
    } catch (thrown: Throwable) {
      Hook.observed(reading.note("thrown", thrown.javaClass.name).reported())
      throw thrown
    }
    return reading.reported().also { Hook.observed(it) }
  }

  private suspend fun read(hook: Hook, call: ApplicationCall, reading: Reading) {
    if (hook.way == "none") {
      return
    }
    if (hook.way == "all") {
      val all = call.receive<ByteArray>()
      reading.add(all, 0, all.size)
      return
    }
    val channel = call.receiveChannel()
    val buffer = ByteArray(1000)
    while (true) {
      val count = channel.readAvailable(buffer, 3, 700)
      if (count < 0) {
        return
      }
      reading.add(buffer, 3, count)
    }
  }
}
