namespace HeiChartViewer.Sandbox.Tenant;

/// <summary>A system account of the tenant: its credential and the APIs it was granted (contract 2.1).</summary>
internal sealed record SandboxAccount
{
    /// <summary>The account that may read everything.</summary>
    public static readonly SandboxAccount Full = new("full", SandboxOptions.BearerToken, null);

    /// <summary>The account that was granted patient, allergy and condition only.</summary>
    public static readonly SandboxAccount Limited = new(
        "limited",
        SandboxOptions.LimitedBearerToken,
        ["patient", "allergy", "condition"]
    );

    private readonly HashSet<string>? _apis;

    private SandboxAccount(string name, string bearerToken, HashSet<string>? apis) =>
        (Name, BearerToken, _apis) = (name, bearerToken, apis);

    /// <summary>How the request log calls it.</summary>
    public string Name { get; }

    /// <summary>The token that proves it.</summary>
    public string BearerToken { get; }

    public bool IsGranted(string api) => _apis is null || _apis.Contains(api);

    public static SandboxAccount? FromAuthorization(string? header)
    {
        const string scheme = "Bearer ";
        if (header is null || !header.StartsWith(scheme, StringComparison.OrdinalIgnoreCase))
            return null;
        var token = header.AsSpan(scheme.Length).Trim();
        return token.SequenceEqual(Full.BearerToken) ? Full
            : token.SequenceEqual(Limited.BearerToken) ? Limited
            : null;
    }
}
