package io.cioagent.it.apps;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import javax.servlet.Filter;
import javax.servlet.FilterChain;
import javax.servlet.FilterConfig;
import javax.servlet.ReadListener;
import javax.servlet.ServletException;
import javax.servlet.ServletInputStream;
import javax.servlet.ServletRequest;
import javax.servlet.ServletResponse;
import javax.servlet.http.HttpServletRequest;
import javax.servlet.http.HttpServletRequestWrapper;

/** Stands before the servlet, with streams of its own on two of the ways. */
final class HookFilter implements Filter {

  @Override
  public void init(FilterConfig config) {}

  @Override
  public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    HttpServletRequest http = (HttpServletRequest) request;
    String way = Hook.of(http.getRequestURI()).way;
    if (way.equals("wrapped")) {
      chain.doFilter(new WithStream(http, http.getInputStream()), response);
    } else if (way.equals("copied")) {
      chain.doFilter(new WithStream(http, copy(http.getInputStream())), response);
    } else {
      chain.doFilter(request, response);
    }
  }

  @Override
  public void destroy() {}

  private static InputStream copy(InputStream in) throws IOException {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    byte[] buffer = new byte[2000];
    for (int n = in.read(buffer); n >= 0; n = in.read(buffer)) {
      all.write(buffer, 0, n);
    }
    return new ByteArrayInputStream(all.toByteArray());
  }

  private static final class WithStream extends HttpServletRequestWrapper {
    private final InputStream from;

    WithStream(HttpServletRequest request, InputStream from) {
      super(request);
      this.from = from;
    }

    @Override
    public ServletInputStream getInputStream() {
      return new ServletInputStream() {
        @Override
        public int read() throws IOException {
          return from.read();
        }

        @Override
        public int read(byte[] bytes, int offset, int length) throws IOException {
          return from.read(bytes, offset, length);
        }

        @Override
        public boolean isFinished() {
          return false;
        }

        @Override
        public boolean isReady() {
          return true;
        }

        @Override
        public void setReadListener(ReadListener listener) {
          throw new UnsupportedOperationException();
        }
      };
    }
  }
}
