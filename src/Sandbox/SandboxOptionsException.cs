namespace HeiChartViewer.Sandbox;

/// <summary>The sandbox cannot start with these options; every error is named.</summary>
public sealed class SandboxOptionsException(IReadOnlyList<string> errors)
    : ArgumentException(string.Join(' ', errors))
{
    /// <summary>The errors, each naming its key.</summary>
    public IReadOnlyList<string> Errors { get; } = errors;
}
