using System.Globalization;
using HealtheIntent.Client;

namespace HeiChartViewer.Web.Chart.Demographics;

/// <summary>Writes names the way a patient is identified by them: <c>FAMILY, Given (Title)</c> (PAB-0049 to -0054).</summary>
public static class PersonNames
{
    /// <summary>The name to identify by: the official or usual one, else the first that is not merely preferred.</summary>
    public static string? Shown(IReadOnlyList<PersonName> names)
    {
        var name =
            names.FirstOrDefault(n => Is(n, "official") || Is(n, "legal") || Is(n, "usual"))
            ?? names.FirstOrDefault(n => !IsPreferred(n))
            ?? names.FirstOrDefault();
        return name is null ? null : Write(name);
    }

    /// <summary>The preferred name, where there is one beside the name shown.</summary>
    public static string? Preferred(IReadOnlyList<PersonName> names) =>
        names.FirstOrDefault(IsPreferred) is { } name
        && Write(name) is { } text
        && text != Shown(names)
            ? Spoken(name) ?? text
            : null;

    /// <summary>One name. A person may have a single name, and a source may send nothing but its formatted text.</summary>
    public static string? Write(PersonName name)
    {
        var family = Join(name.FamilyNames).ToUpper(CultureInfo.InvariantCulture);
        var given = Join(name.GivenNames);
        var parts = new[] { family, given }.Where(part => part.Length > 0).ToList();
        if (parts.Count == 0)
            return string.IsNullOrWhiteSpace(name.Formatted) ? null : name.Formatted.Trim();
        var title = string.IsNullOrWhiteSpace(name.Prefix) ? "" : $" ({name.Prefix.Trim()})";
        var suffix = string.IsNullOrWhiteSpace(name.Suffix) ? "" : $" {name.Suffix.Trim()}";
        return string.Join(", ", parts) + suffix + title;
    }

    private static string? Spoken(PersonName name)
    {
        var text = Join([.. name.GivenNames, .. name.FamilyNames]);
        return text.Length == 0 ? null : text;
    }

    private static string Join(IEnumerable<string> parts) =>
        string.Join(
            ' ',
            parts.Where(part => !string.IsNullOrWhiteSpace(part)).Select(part => part.Trim())
        );

    private static bool IsPreferred(PersonName name) =>
        Is(name, "preferred") || Is(name, "nickname");

    private static bool Is(PersonName name, string use) =>
        string.Equals(name.Use, use, StringComparison.OrdinalIgnoreCase);
}
