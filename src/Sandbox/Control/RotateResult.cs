namespace HeiChartViewer.Sandbox.Control;

/// <summary>The token that an account has from now on.</summary>
internal sealed record RotateResult(string Account, string BearerToken);
