package io.cioagent.it.apps.customerio;

import io.cioagent.it.apps.Wire;
import java.io.IOException;

/**
 * Every method name that makes a class a client. Each does the same exchange with the address
 * given, or none at all where the address has no scheme.
 */
public class EveryName {

  public int identify(String address) throws IOException {
    return exchange(address);
  }

  public int identifyCustomer(String address) throws IOException {
    return exchange(address);
  }

  public int identifyUser(String address) throws IOException {
    return exchange(address);
  }

  public int updateCustomer(String address) throws IOException {
    return exchange(address);
  }

  public int createOrUpdateCustomer(String address) throws IOException {
    return exchange(address);
  }

  public int addOrUpdateCustomer(String address) throws IOException {
    return exchange(address);
  }

  public int upsertCustomer(String address) throws IOException {
    return exchange(address);
  }

  public int updateUser(String address) throws IOException {
    return exchange(address);
  }

  public int track(String address) throws IOException {
    return exchange(address);
  }

  public int trackEvent(String address) throws IOException {
    return exchange(address);
  }

  public int sendEvent(String address) throws IOException {
    return exchange(address);
  }

  public int sendUserEvent(String address) throws IOException {
    return exchange(address);
  }

  public int postEvent(String address) throws IOException {
    return exchange(address);
  }

  public int trackCustomerEvent(String address) throws IOException {
    return exchange(address);
  }

  public int trackAnonymous(String address) throws IOException {
    return exchange(address);
  }

  public int trackAnonymousEvent(String address) throws IOException {
    return exchange(address);
  }

  public int page(String address) throws IOException {
    return exchange(address);
  }

  public int trackPageView(String address) throws IOException {
    return exchange(address);
  }

  public int pageView(String address) throws IOException {
    return exchange(address);
  }

  public int screen(String address) throws IOException {
    return exchange(address);
  }

  public int delete(String address) throws IOException {
    return exchange(address);
  }

  public int destroy(String address) throws IOException {
    return exchange(address);
  }

  public int deleteCustomer(String address) throws IOException {
    return exchange(address);
  }

  public int deleteUser(String address) throws IOException {
    return exchange(address);
  }

  public int suppress(String address) throws IOException {
    return exchange(address);
  }

  public int suppressCustomer(String address) throws IOException {
    return exchange(address);
  }

  public int unsuppress(String address) throws IOException {
    return exchange(address);
  }

  public int unsuppressCustomer(String address) throws IOException {
    return exchange(address);
  }

  public int addDevice(String address) throws IOException {
    return exchange(address);
  }

  public int addOrUpdateDevice(String address) throws IOException {
    return exchange(address);
  }

  public int deleteDevice(String address) throws IOException {
    return exchange(address);
  }

  public int mergeCustomers(String address) throws IOException {
    return exchange(address);
  }

  public int sendEmail(String address) throws IOException {
    return exchange(address);
  }

  public int sendTransactionalEmail(String address) throws IOException {
    return exchange(address);
  }

  public int sendPush(String address) throws IOException {
    return exchange(address);
  }

  public int sendSms(String address) throws IOException {
    return exchange(address);
  }

  public int sendSMS(String address) throws IOException {
    return exchange(address);
  }

  public int triggerBroadcast(String address) throws IOException {
    return exchange(address);
  }

  public int group(String address) throws IOException {
    return exchange(address);
  }

  public int alias(String address) throws IOException {
    return exchange(address);
  }

  public int batch(String address) throws IOException {
    return exchange(address);
  }

  public int sendBatch(String address) throws IOException {
    return exchange(address);
  }

  private static int exchange(String address) throws IOException {
    return Wire.call("GET", address);
  }
}
