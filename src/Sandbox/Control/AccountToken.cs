namespace HeiChartViewer.Sandbox.Control;

/// <summary>A bearer token of an account, and when it ends if it was replaced.</summary>
internal sealed record AccountToken(string Value, DateTimeOffset? EndsOn);
