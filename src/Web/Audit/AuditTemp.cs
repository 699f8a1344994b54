using HeiChartViewer.Web.Sessions;

namespace HeiChartViewer.Web.Audit;

public enum AuditAction
{
    LaunchAccepted,
    LaunchRefused,
    PatientLookup,
    ChartOpened,
    SectionViewed,
    RecordViewed,
    PersonSearched,
    SearchResultOpened,
    SignIn,
    SignOut,
    SessionEnded,
}

public enum AuditOutcome
{
    Success,
    Denied,
    Failed,
}

public sealed record AuditEntry(AuditAction Action, AuditOutcome Outcome)
{
    public string? UserId { get; init; }
    public string? UserName { get; init; }
    public string? DataPartitionId { get; init; }
    public string? SourcePersonId { get; init; }
    public string? Detail { get; init; }
    public string? CorrelationId { get; init; }
    public string? RemoteAddress { get; init; }

    public static AuditEntry Of(AuditAction a, ChartUser u, HttpContext? c = null) =>
        new(a, AuditOutcome.Success);

    public static AuditEntry Of(AuditAction a, ChartSession s) => new(a, AuditOutcome.Success);
}

public interface IAuditLog
{
    Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct);
}

public sealed class AuditUnavailableException : Exception;

public sealed class NoAudit : IAuditLog
{
    public Task WriteAsync(IReadOnlyList<AuditEntry> entries, CancellationToken ct) =>
        Task.CompletedTask;
}

public static class AuditDatabase
{
    public static string For(IConfiguration c, Hosting.ViewerMode m) => "";

    public static void AddAudit(this IServiceCollection s, string x) =>
        s.AddSingleton<IAuditLog, NoAudit>();
}
