package health.lifelong.local.command;

import health.lifelong.local.suite.Failure;
import health.lifelong.local.suite.Layout;
import health.lifelong.local.suite.LocalKeys;
import health.lifelong.local.suite.LocalTokens;
import health.lifelong.local.suite.Running;
import health.lifelong.local.suite.Service;
import health.lifelong.local.suite.ServiceChannel;
import health.lifelong.platform.audit.AuditExport;
import health.lifelong.platform.audit.VerifyAudit;
import health.lifelong.profile.v1.AuditServiceGrpc;
import health.lifelong.profile.v1.ExportAuditLogRequest;
import health.lifelong.profile.v1.ExportAuditLogResponse;
import io.grpc.StatusRuntimeException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** The audit log: exported to files, and verified from files alone. */
public final class AuditCommand implements Command {
  private final Layout layout;

  public AuditCommand(Layout layout) {
    this.layout = layout;
  }

  @Override
  public String usage() {
    return "audit export DIR | audit verify DIR [--key PUBLIC.pem] [--heads FILE]";
  }

  @Override
  public String purpose() {
    return "the audit log as files; verify needs no suite: chain, gaps, signed heads, and the first bad record by its number";
  }

  @Override
  public int run(Arguments arguments) throws IOException {
    List<String> words = arguments.words();
    if (words.size() != 2) {
      throw new Failure("use: " + usage());
    }
    return switch (words.getFirst()) {
      case "export" -> export(Path.of(words.getLast()));
      case "verify" -> verify(arguments, words.getLast());
      default -> throw new Failure("use: " + usage());
    };
  }

  private int verify(Arguments arguments, String folder) {
    List<String> words = new ArrayList<>();
    words.add(folder);
    words.add(arguments.option("key").orElse(layout.keys().resolve("audit-public.pem").toString()));
    arguments.option("heads").ifPresent(words::add);
    return VerifyAudit.run(words);
  }

  private int export(Path folder) throws IOException {
    Running running = Running.require(layout);
    String token =
        new LocalTokens(LocalKeys.of(layout)).token("operator", "local-operator", null, "2");
    try (AuditExport export = AuditExport.into(folder);
        ServiceChannel profile = ServiceChannel.open(running.ports(), Service.PROFILE)) {
      Iterator<ExportAuditLogResponse> parts =
          profile
              .as(AuditServiceGrpc.newBlockingStub(profile.channel()), token)
              .exportAuditLog(ExportAuditLogRequest.getDefaultInstance());
      while (parts.hasNext()) {
        write(export, parts.next());
      }
      System.out.println("{\"records\":" + export.written() + "}");
    } catch (StatusRuntimeException e) {
      throw new Failure("profile-service refused: " + e.getStatus().getDescription(), e);
    }
    return 0;
  }

  private static void write(AuditExport export, ExportAuditLogResponse part) throws IOException {
    for (String line : part.getRecordsList()) {
      export.record(line);
    }
    for (String line : part.getHeadsList()) {
      export.head(line);
    }
    if (!part.getStatement().isEmpty()) {
      export.statement(part.getStatement());
    }
  }
}
