namespace HeiChartViewer.Sandbox.Smart;

/// <summary>An app that is registered at the EHR's authorization server.</summary>
public sealed class SmartClientOptions
{
    /// <summary>The <c>client_id</c>.</summary>
    public string Id { get; set; } = "";

    /// <summary>How the app authenticates at the token endpoint.</summary>
    public SmartClientKind Kind { get; set; }

    /// <summary>The shared secret of a symmetric client.</summary>
    public string? Secret { get; set; }

    /// <summary>The JWK set of an asymmetric client, as JSON.</summary>
    public string? Jwks { get; set; }

    /// <summary>Where an asymmetric client publishes its JWK set; loopback only.</summary>
    public string? JwksUri { get; set; }

    /// <summary>Where answers may go, compared as whole strings; none is <c>{AppUrl}/launch/callback</c>.</summary>
    public IList<string> RedirectUris { get; } = [];

    internal IEnumerable<string> Errors()
    {
        if (Id.Length == 0)
            yield return $"{SandboxOptions.Section}:SmartClients has a client without an Id.";
        if (Kind == SmartClientKind.Symmetric && string.IsNullOrEmpty(Secret))
            yield return $"{SandboxOptions.Section}:SmartClients '{Id}' is symmetric and has no Secret.";
        if (Kind == SmartClientKind.Asymmetric && Jwks is null == JwksUri is null)
            yield return $"{SandboxOptions.Section}:SmartClients '{Id}' is asymmetric and needs either Jwks or JwksUri.";
        if (
            JwksUri is not null
            && !(Uri.TryCreate(JwksUri, UriKind.Absolute, out var uri) && uri.IsLoopback)
        )
            yield return $"{SandboxOptions.Section}:SmartClients '{Id}' has a JwksUri that is not of this machine.";
    }
}
