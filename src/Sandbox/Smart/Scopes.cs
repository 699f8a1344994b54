using System.Text.RegularExpressions;

namespace HeiChartViewer.Sandbox.Smart;

/// <summary>The scopes of a grant; what this server does not know it leaves out.</summary>
internal sealed partial class Scopes
{
    public const string OpenId = "openid";
    public const string FhirUser = "fhirUser";
    public const string Launch = "launch";
    public const string LaunchPatient = "launch/patient";
    public const string LaunchEncounter = "launch/encounter";
    public const string OnlineAccess = "online_access";
    public const string OfflineAccess = "offline_access";

    public static readonly IReadOnlyList<string> Supported =
    [
        OpenId,
        FhirUser,
        Launch,
        LaunchPatient,
        LaunchEncounter,
        OnlineAccess,
        OfflineAccess,
        "patient/Patient.read",
        "patient/Encounter.read",
        "patient/*.read",
        "user/Patient.read",
        "user/Encounter.read",
        "user/Practitioner.read",
        "user/*.read",
        "patient/Patient.rs",
        "patient/Encounter.rs",
        "user/Patient.rs",
        "user/Encounter.rs",
        "user/Practitioner.rs",
    ];

    private readonly IReadOnlyList<string> _all;

    private Scopes(IReadOnlyList<string> all) => _all = all;

    public static Scopes Granted(string? asked) =>
        new([
            .. (asked ?? "")
                .Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Where(scope => Supported.Contains(scope) || Resource().IsMatch(scope))
                .Distinct(),
        ]);

    public bool IsEmpty => _all.Count == 0;

    public IReadOnlyList<string> All => _all;

    public bool Has(string scope) => _all.Contains(scope);

    public bool IsRefreshable => Has(OnlineAccess) || Has(OfflineAccess);

    /// <summary>Whether the scopes of a compartment (<c>patient</c> or <c>user</c>) let a resource be read.</summary>
    public bool MayRead(string compartment, string resource) =>
        _all.Select(scope => Resource().Match(scope))
            .Any(match =>
                match.Success
                && match.Groups["compartment"].Value == compartment
                && (match.Groups["type"].Value == "*" || match.Groups["type"].Value == resource)
            );

    public bool IsWithin(Scopes other) => _all.All(other.Has);

    public override string ToString() => string.Join(' ', _all);

    [GeneratedRegex(
        @"^(?<compartment>patient|user)/(?<type>\*|Patient|Encounter|Practitioner)\.(read|\*|c?ru?d?s?)\z"
    )]
    private static partial Regex Resource();
}
