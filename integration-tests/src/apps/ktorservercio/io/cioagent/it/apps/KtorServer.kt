package io.cioagent.it.apps

import io.ktor.server.application.Application
import io.ktor.server.cio.CIO
import io.ktor.server.engine.embeddedServer

/** On CIO, Ktor's own. */
internal fun server(module: Application.() -> Unit) =
    embeddedServer(CIO, port = 0, host = "127.0.0.1") { module(this) }
