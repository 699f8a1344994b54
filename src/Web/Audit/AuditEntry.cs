using System.Security.Cryptography;
using System.Text;

namespace HeiChartViewer.Web.Audit;

/// <summary>What a caller wants to be remembered. The log adds the time, the place in the sequence and the chain.</summary>
/// <param name="Action">What was done.</param>
/// <param name="Outcome">How it ended.</param>
public sealed record AuditEntry(AuditAction Action, AuditOutcome Outcome = AuditOutcome.Success)
{
    /// <summary>Who, as the sign-in or the launch vouched for them; null while nobody is known.</summary>
    public string? UserId { get; init; }

    /// <summary>Their name, for whoever reads the log.</summary>
    public string? UserName { get; init; }

    /// <summary>Who vouched for the user: the issuer of the launch or of the sign-in, or what the configuration calls it.</summary>
    public string? Organisation { get; init; }

    /// <summary>Why, as a code of HL7 PurposeOfUse such as <c>TREAT</c>; null while nobody is known.</summary>
    public string? Purpose { get; init; }

    /// <summary>The HealtheIntent tenant.</summary>
    public string? Tenant { get; init; }

    /// <summary>The data partition the patient was named in.</summary>
    public string? DataPartitionId { get; init; }

    /// <summary>The patient as the EHR knows them.</summary>
    public string? SourcePersonId { get; init; }

    /// <summary>The patient as HealtheIntent knew them at the time; it is not stable, so both ids are kept.</summary>
    public string? PatientId { get; init; }

    /// <summary>Stands for the chart session; see <see cref="ReferTo"/>.</summary>
    public string? SessionRef { get; init; }

    /// <summary>The section that was shown.</summary>
    public string? Section { get; init; }

    /// <summary>What else is worth knowing: the reason of a refusal, the query of a search.</summary>
    public string? Detail { get; init; }

    /// <summary>The id the user can quote.</summary>
    public string? CorrelationId { get; init; }

    /// <summary>Where the request came from.</summary>
    public string? RemoteAddress { get; init; }

    /// <summary>
    /// What stands for a session in the log: a digest of its id. The id itself opens the chart, and whoever may read
    /// the log may not therefore do that.
    /// </summary>
    public static string ReferTo(string sessionId) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(sessionId)));
}
