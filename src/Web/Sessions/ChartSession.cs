using HealtheIntent.Client;
using HeiChartViewer.Web.Tenants;

namespace HeiChartViewer.Web.Sessions;

/// <summary>
/// One person looking at one patient: who, which tenant, which patient, in which mode, until when. It never changes
/// (design rule 1); another patient is another session.
/// </summary>
public sealed record ChartSession
{
    /// <summary>The opaque id in the address: 256 random bits, new at every launch (control 22).</summary>
    public required SessionId Id { get; init; }

    /// <summary>Who looks.</summary>
    public required ChartUser User { get; init; }

    /// <summary>The tenant and the population within it; every call that is made for the session is made there.</summary>
    public required Population Population { get; init; }

    /// <summary>The tenant.</summary>
    public ViewerTenant Tenant => Population.Tenant;

    /// <summary>The population within the tenant.</summary>
    public string PopulationId => Population.Id;

    /// <summary>The patient as the EHR knows them: data partition and local person id, one value.</summary>
    public required SourceIdentifier Source { get; init; }

    /// <summary>The patient as HealtheIntent knows them, resolved for this session only (design rule 3).</summary>
    public required string PatientId { get; init; }

    /// <summary>How the session came to be.</summary>
    public required ChartMode Mode { get; init; }

    /// <summary>What the host of the launch said.</summary>
    public required HostContext Host { get; init; }

    /// <summary>Where the user was when it was opened; null where that is not known.</summary>
    public required string? RemoteAddress { get; init; }

    /// <summary>The sign-in that vouched for the user; null where the host of the launch did.</summary>
    public SignInProof? SignIn { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }

    /// <summary>When it ends, whatever happens.</summary>
    public required DateTimeOffset ExpiresAt { get; init; }

    /// <summary>Ties what this session does together in logs and audit; says nothing about the patient.</summary>
    public required string CorrelationId { get; init; }
}

/// <summary>The way into a session, and with it what the session may reach.</summary>
public enum ChartMode
{
    /// <summary>Launched for one patient by an EHR; person search does not exist for it (control 0.1).</summary>
    Chart,

    /// <summary>Opened by a signed-in coordinator out of a person search.</summary>
    Coordinator,
}

/// <summary>A user as the sign-in or the launch vouched for them.</summary>
/// <param name="Id">The identity to audit.</param>
/// <param name="Name">The name to show.</param>
public sealed record ChartUser(string Id, string Name)
{
    /// <summary>What they are, of <see cref="SignIn.Roles"/>, as whoever vouched for them says.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>On whose behalf they act, for the audit log: who vouched for them, or what the configuration calls it.</summary>
    public string? Organisation { get; init; }

    /// <summary>Why they look, as a code of HL7 PurposeOfUse, where nothing more exact is said.</summary>
    public string? PurposeOfUse { get; init; }
}
