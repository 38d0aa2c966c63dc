package io.cioagent.benchmarks.percall.library;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;

/** A connection without a wire, on which each request finds the canned answer. */
final class CannedSocket extends Socket {

  private final Requests requests = new Requests();
  private final InputStream in = new Answers();
  private final OutputStream out = new Swallowed();
  private int owed;
  private int position;
  private boolean connected;
  private boolean closed;

  /** An address for any host, without asking anybody. */
  static InetAddress[] addressesOf(String host) throws UnknownHostException {
    return new InetAddress[] {InetAddress.getByAddress(host, new byte[] {127, 0, 0, 1})};
  }

  static CannedSocket connected() {
    CannedSocket socket = new CannedSocket();
    socket.connected = true;
    return socket;
  }

  @Override
  public void connect(SocketAddress address) {
    connected = true;
  }

  @Override
  public void connect(SocketAddress address, int timeout) {
    connected = true;
  }

  @Override
  public InputStream getInputStream() {
    return in;
  }

  @Override
  public OutputStream getOutputStream() {
    return out;
  }

  @Override
  public boolean isConnected() {
    return connected;
  }

  @Override
  public boolean isClosed() {
    return closed;
  }

  @Override
  public synchronized void close() {
    closed = true;
  }

  @Override
  public synchronized void setSoTimeout(int timeout) {}

  @Override
  public synchronized int getSoTimeout() {
    return 0;
  }

  @Override
  public void setTcpNoDelay(boolean on) {}

  @Override
  public void setKeepAlive(boolean on) {}

  @Override
  public void setReuseAddress(boolean on) {}

  @Override
  public void setSoLinger(boolean on, int linger) {}

  private final class Swallowed extends OutputStream {
    @Override
    public void write(int b) {
      write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) {
      owed += requests.endedIn(bytes, from, length);
    }
  }

  private final class Answers extends InputStream {
    @Override
    public int read() throws IOException {
      byte[] one = new byte[1];
      return read(one, 0, 1) < 0 ? -1 : one[0];
    }

    @Override
    public int read(byte[] bytes, int from, int length) throws IOException {
      if (owed == 0) {
        throw new SocketTimeoutException("nothing was asked");
      }
      int read = Math.min(length, Answer.BYTES.length - position);
      System.arraycopy(Answer.BYTES, position, bytes, from, read);
      position += read;
      if (position == Answer.BYTES.length) {
        position = 0;
        owed--;
      }
      return read;
    }

    @Override
    public int available() {
      return owed == 0 ? 0 : Answer.BYTES.length - position;
    }
  }
}
