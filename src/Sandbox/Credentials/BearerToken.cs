namespace HeiChartViewer.Sandbox.Credentials;

/// <summary>A bearer token and whom it proves; it does not end by itself unless another took its place (contract 2.2).</summary>
internal sealed record BearerToken(string Value, SystemAccount Account, DateTimeOffset? EndsOn);
