package health.lifelong.profile.access.grpc;

import health.lifelong.profile.access.app.AuditExports;
import health.lifelong.profile.access.app.AuditExports.Part;
import health.lifelong.profile.v1.AuditService;
import health.lifelong.profile.v1.ExportAuditLogRequest;
import health.lifelong.profile.v1.ExportAuditLogResponse;
import io.quarkus.grpc.GrpcService;
import io.quarkus.security.Authenticated;
import io.smallrye.mutiny.Multi;

/** The audit log over gRPC. */
@GrpcService
@Authenticated
public class AuditGrpcService implements AuditService {
  private final Callers callers;
  private final AuditExports exports;

  AuditGrpcService(Callers callers, AuditExports exports) {
    this.callers = callers;
    this.exports = exports;
  }

  @Override
  public Multi<ExportAuditLogResponse> exportAuditLog(ExportAuditLogRequest request) {
    return exports.export(callers.current()).map(AuditGrpcService::answer);
  }

  private static ExportAuditLogResponse answer(Part part) {
    ExportAuditLogResponse.Builder answer = ExportAuditLogResponse.newBuilder();
    return switch (part) {
      case Part.Records(var lines) -> answer.addAllRecords(lines).build();
      case Part.Heads(var lines) -> answer.addAllHeads(lines).build();
      case Part.Statement(var head) -> answer.setStatement(head.line()).build();
    };
  }
}
