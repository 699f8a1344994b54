namespace HealtheIntent.Client;

/// <summary>A piece of a snippet.</summary>
/// <param name="Text">The text, to be shown as text and never as markup.</param>
/// <param name="IsFound">Whether it is what was found.</param>
public sealed record SnippetPart(string Text, bool IsFound)
{
    /// <summary>The name of the type; what a chart says never reaches a log by accident.</summary>
    public override string ToString() => nameof(SnippetPart);
}
