package cn.anlan.web.cli;

import cn.anlan.geo.fault.UserFault;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import picocli.CommandLine.Option;

/** The port of the service, the same for every command that serves. */
final class PortOption {
  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "8080",
      description = "端口 (port), 默认 ${DEFAULT-VALUE}")
  private int number;

  int number() {
    return number;
  }

  /** Says so before minutes of work if the port is somebody else's. */
  void requireFree() {
    if (number < 1 || number > 65535) {
      throw new UserFault("端口不在 1–65535 之内 (no such port): " + number, "换一个端口 (choose another)");
    }
    try (ServerSocket probe = new ServerSocket()) {
      probe.setReuseAddress(true);
      probe.bind(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), number));
    } catch (IOException taken) {
      throw new UserFault(
          "端口 " + number + " 已被占用 (the port is taken)",
          "用 --port 另选端口，或先 ./anlan stop (choose another with --port, or stop the other service)");
    }
  }
}
