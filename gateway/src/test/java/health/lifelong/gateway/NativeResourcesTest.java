package health.lifelong.gateway;

import health.lifelong.testing.NativeResources;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class NativeResourcesTest {
  @Test
  void aNativeImageWouldHoldEveryTableThatIsRead() throws IOException {
    NativeResources.hold();
  }
}
