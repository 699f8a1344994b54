namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>What a request's credential came to: an account, or why it is none.</summary>
/// <param name="Account">Who asks; null when that was not proven.</param>
/// <param name="Refusal">Why not, for the request log alone: the caller is told one and the same 401 (contract 2.4).</param>
internal sealed record Proof(SystemAccount? Account, string? Refusal)
{
    public static Proof Of(SystemAccount account) => new(account, null);

    public static Proof Refused(string why) => new(null, why);
}
