namespace HealtheIntent.Client.Credentials;

/// <summary>Where a secret is: exactly one of the three.</summary>
internal readonly record struct SecretPlace(
    string Name,
    string? Value,
    string? File,
    string? Variable
)
{
    /// <summary>How many of the three are given.</summary>
    public int Given => Count(Value) + Count(File) + Count(Variable);

    /// <summary>The options' keys for the three, in words.</summary>
    public string Keys => $"{Name}, {Name}File and {Name}Variable";

    public override string ToString() => Name;

    private static int Count(string? text) => string.IsNullOrWhiteSpace(text) ? 0 : 1;
}
