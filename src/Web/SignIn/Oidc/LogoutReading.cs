namespace HeiChartViewer.Web.SignIn.Oidc;

/// <summary>What a logout token was read as.</summary>
/// <param name="User">Who is to be signed out; null where the token is not one to be obeyed.</param>
/// <param name="Refusal">Why it is not, in a word for the audit log.</param>
public sealed record LogoutReading(SignedOutUser? User, string? Refusal)
{
    /// <summary>It cannot be read now: the provider, whose keys are needed, does not answer.</summary>
    public static LogoutReading ProviderAway { get; } = new(null, "provider away");
}
