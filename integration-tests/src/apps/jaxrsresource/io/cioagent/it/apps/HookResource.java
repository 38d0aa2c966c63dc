package io.cioagent.it.apps;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import javax.ws.rs.GET;
import javax.ws.rs.POST;
import javax.ws.rs.PUT;
import javax.ws.rs.Path;
import javax.ws.rs.PathParam;
import javax.ws.rs.container.AsyncResponse;
import javax.ws.rs.container.ContainerRequestContext;
import javax.ws.rs.container.Suspended;
import javax.ws.rs.core.Context;
import javax.ws.rs.core.MediaType;
import javax.ws.rs.core.Response;
import org.glassfish.jersey.server.ContainerRequest;

/** Receives in the ways of JAX-RS, beneath the names of {@link Hook}. */
@Path("{any}/{way}/{answer}")
public class HookResource {

  @POST
  public void post(
      @Context ContainerRequestContext request,
      @PathParam("way") String way,
      @Suspended AsyncResponse response)
      throws IOException {
    receive(request, way, response);
  }

  @PUT
  public void put(
      @Context ContainerRequestContext request,
      @PathParam("way") String way,
      @Suspended AsyncResponse response)
      throws IOException {
    receive(request, way, response);
  }

  @GET
  public void get(
      @Context ContainerRequestContext request,
      @PathParam("way") String way,
      @Suspended AsyncResponse response)
      throws IOException {
    receive(request, way, response);
  }

  private static void receive(ContainerRequestContext context, String way, AsyncResponse response)
      throws IOException {
    Hook hook = Hook.of(context.getUriInfo().getRequestUri().getRawPath());
    Reading reading = new Reading();
    try {
      read((ContainerRequest) context, way, reading);
    } catch (IOException | RuntimeException thrown) {
      Hook.observed(reading.note("thrown", "reading").reported());
      throw thrown;
    }
    if (way.equals("async")) {
      new Thread(() -> answer(hook, reading, response)).start();
    } else {
      answer(hook, reading, response);
    }
  }

  private static void read(ContainerRequest request, String way, Reading reading)
      throws IOException {
    if (way.equals("none")) {
      return;
    }
    if (way.equals("all")) {
      add(request.readEntity(byte[].class), reading);
    } else if (way.equals("reader")) {
      add(request.readEntity(String.class).getBytes(StandardCharsets.UTF_8), reading);
    } else {
      InputStream in = request.getEntityStream();
      byte[] buffer = new byte[900];
      for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
        reading.add(buffer, 0, n);
      }
    }
  }

  private static void add(byte[] body, Reading reading) {
    reading.add(body, 0, body.length);
  }

  private static void answer(Hook hook, Reading reading, AsyncResponse response) {
    try {
      hook.beforeAnswer();
    } catch (RuntimeException thrown) {
      Hook.observed(reading.reported());
      response.resume(thrown);
      return;
    }
    String reported = reading.reported();
    Hook.observed(reported);
    response.resume(
        Response.status(hook.status()).type(MediaType.TEXT_PLAIN).entity(reported).build());
  }
}
