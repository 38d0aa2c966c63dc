package io.cioagent.it.apps

import io.ktor.server.application.Application
import io.ktor.server.netty.Netty
import io.ktor.server.engine.embeddedServer

/** On Netty. */
internal fun server(module: Application.() -> Unit) =
    embeddedServer(Netty, port = 0, host = "127.0.0.1") { module(this) }
