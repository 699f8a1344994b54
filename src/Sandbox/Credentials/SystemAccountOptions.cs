namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>A system account of the tenant as it is configured (contract 2.1).</summary>
public sealed class SystemAccountOptions
{
    /// <summary>How the request log and the control call it.</summary>
    public string Name { get; set; } = "";

    /// <summary>The token that proves it, until it is rotated.</summary>
    public string BearerToken { get; set; } = "";

    /// <summary>The key of its OAuth 1.0a requests; not set where it is proven by its bearer token alone.</summary>
    public string? ConsumerKey { get; set; }

    /// <summary>The secret that goes with the key.</summary>
    public string? ConsumerSecret { get; set; }

    /// <summary>What it may reach: an <c>{api}</c>, or an <c>{api}/{resource}</c>; none is everything.</summary>
    public IList<string> Grants { get; init; } = [];

    internal IEnumerable<string> Errors()
    {
        if (Name.Length == 0)
            yield return $"{SandboxOptions.Section}:Accounts has an account without a Name.";
        if (BearerToken.Length == 0 || BearerToken.Any(char.IsWhiteSpace))
            yield return $"{SandboxOptions.Section}:Accounts '{Name}' needs a BearerToken without blanks.";
        if (string.IsNullOrEmpty(ConsumerKey) != string.IsNullOrEmpty(ConsumerSecret))
            yield return $"{SandboxOptions.Section}:Accounts '{Name}' needs both ConsumerKey and ConsumerSecret, or neither.";
        if (Grants.Any(string.IsNullOrWhiteSpace))
            yield return $"{SandboxOptions.Section}:Accounts '{Name}' has a blank grant.";
    }
}
