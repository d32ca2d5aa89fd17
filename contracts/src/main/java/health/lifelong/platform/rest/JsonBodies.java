package health.lifelong.platform.rest;

import health.lifelong.platform.JsonRules;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Every JSON body that is bound to a type passes {@link JsonRules} first; streams do not. */
@Provider
public class JsonBodies implements ReaderInterceptor {
  @Override
  public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
    boolean json = MediaType.APPLICATION_JSON_TYPE.isCompatible(context.getMediaType());
    if (json && !InputStream.class.equals(context.getType())) {
      byte[] body = context.getInputStream().readNBytes(JsonRules.MAX_BYTES + 1);
      JsonRules.check(body);
      context.setInputStream(new ByteArrayInputStream(body));
    }
    return context.proceed();
  }
}
