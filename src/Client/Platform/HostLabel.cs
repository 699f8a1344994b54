namespace HealtheIntent.Client;

/// <summary>One label of a host name. Checked so that configuration cannot send a credential to another host.</summary>
internal static class HostLabel
{
    private const int MaxLength = 63;

    public static bool IsValid(string? text) =>
        text is { Length: > 0 and <= MaxLength }
        && text.All(character => char.IsAsciiLetterOrDigit(character) || character == '-')
        && text[0] != '-'
        && text[^1] != '-';
}
