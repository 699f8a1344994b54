using System.Security.Cryptography;

namespace HeiChartViewer.Web.Audit;

/// <summary>An entry as it is kept: numbered, timed and chained to the one before.</summary>
public sealed record AuditEvent
{
    /// <summary>What the first entry is chained to.</summary>
    public static readonly string Genesis = new('0', 2 * SHA256.HashSizeInBytes);

    /// <summary>Its place: 1, 2, 3, without a gap.</summary>
    public required long Id { get; init; }

    /// <summary>When, in UTC, to the millisecond, which every store keeps exactly.</summary>
    public required DateTimeOffset At { get; init; }

    /// <inheritdoc cref="AuditEntry.Action" />
    public required AuditAction Action { get; init; }

    /// <inheritdoc cref="AuditEntry.Outcome" />
    public required AuditOutcome Outcome { get; init; }

    /// <inheritdoc cref="AuditEntry.UserId" />
    public string? UserId { get; init; }

    /// <inheritdoc cref="AuditEntry.UserName" />
    public string? UserName { get; init; }

    /// <inheritdoc cref="AuditEntry.Organisation" />
    public string? Organisation { get; init; }

    /// <inheritdoc cref="AuditEntry.Purpose" />
    public string? Purpose { get; init; }

    /// <inheritdoc cref="AuditEntry.Tenant" />
    public string? Tenant { get; init; }

    /// <inheritdoc cref="AuditEntry.DataPartitionId" />
    public string? DataPartitionId { get; init; }

    /// <inheritdoc cref="AuditEntry.SourcePersonId" />
    public string? SourcePersonId { get; init; }

    /// <inheritdoc cref="AuditEntry.PatientId" />
    public string? PatientId { get; init; }

    /// <inheritdoc cref="AuditEntry.SessionRef" />
    public string? SessionRef { get; init; }

    /// <inheritdoc cref="AuditEntry.Section" />
    public string? Section { get; init; }

    /// <inheritdoc cref="AuditEntry.Detail" />
    public string? Detail { get; init; }

    /// <inheritdoc cref="AuditEntry.CorrelationId" />
    public string? CorrelationId { get; init; }

    /// <inheritdoc cref="AuditEntry.RemoteAddress" />
    public string? RemoteAddress { get; init; }

    /// <summary>The hash of the entry before.</summary>
    public required string PreviousHash { get; init; }

    /// <summary>The hash of this entry and the one before; see <see cref="AuditHash"/>.</summary>
    public string Hash { get; init; } = "";

    /// <summary>Makes the entry that follows another.</summary>
    /// <param name="entry">What is to be remembered; its text is neutralised here.</param>
    /// <param name="at">When it was asked for.</param>
    /// <param name="previous">The entry before, or null for the first.</param>
    public static AuditEvent Next(AuditEntry entry, DateTimeOffset at, AuditHead? previous)
    {
        var unsealed = new AuditEvent
        {
            Id = (previous?.Id ?? 0) + 1,
            At = new DateTimeOffset(
                at.UtcTicks - at.UtcTicks % TimeSpan.TicksPerMillisecond,
                TimeSpan.Zero
            ),
            Action = entry.Action,
            Outcome = entry.Outcome,
            UserId = AuditText.Field(entry.UserId),
            UserName = AuditText.Field(entry.UserName),
            Organisation = AuditText.Field(entry.Organisation),
            Purpose = AuditText.Field(entry.Purpose),
            Tenant = AuditText.Field(entry.Tenant),
            DataPartitionId = AuditText.Field(entry.DataPartitionId),
            SourcePersonId = AuditText.Field(entry.SourcePersonId),
            PatientId = AuditText.Field(entry.PatientId),
            SessionRef = AuditText.Field(entry.SessionRef),
            Section = AuditText.Field(entry.Section),
            Detail = AuditText.Detail(entry.Detail),
            CorrelationId = AuditText.Field(entry.CorrelationId),
            RemoteAddress = AuditText.Field(entry.RemoteAddress),
            PreviousHash = previous?.Hash ?? Genesis,
        };
        return unsealed with { Hash = AuditHash.Of(unsealed) };
    }
}
