package io.cioagent.it.apps;

import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.ProceedingJoinPoint;
import org.aspectj.lang.annotation.Around;
import org.aspectj.lang.annotation.Aspect;
import org.aspectj.lang.annotation.Before;

/** Counts calls of the client's methods and those of a library. */
@Aspect
public final class ClientAspect {

  @Before(
      value = "execution(public * io.cioagent.it.apps.customerio.CustomerIoClient.*(..))",
      argNames = "at")
  public void before(JoinPoint at) {
    Sightings.add(at.getSignature().getName());
  }

  @Around(value = "execution(public * okhttp3.RealCall.execute(..))", argNames = "at")
  public Object around(ProceedingJoinPoint at) throws Throwable {
    Object result = at.proceed();
    Sightings.add("returned from " + at.getSignature().getName());
    return result;
  }
}
