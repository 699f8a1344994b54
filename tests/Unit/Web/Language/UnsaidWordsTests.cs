using HeiChartViewer.Tests.Unit.Client.Support;

namespace HeiChartViewer.Tests.Unit.Web.Language;

/// <summary>Whatever the reader sees goes through the language layer: nothing stays English beside words in another language.</summary>
public sealed class UnsaidWordsTests
{
    public static TheoryData<string> Files =>
        [
            .. new[] { "src/Web", "wwwroot" }
                .SelectMany(folder =>
                    Directory.EnumerateFiles(
                        Path.Combine(Repository.Root, folder),
                        "*.*",
                        SearchOption.AllDirectories
                    )
                )
                .Where(file =>
                    file.EndsWith(".razor", StringComparison.Ordinal)
                    || file.EndsWith(".css", StringComparison.Ordinal)
                )
                .Select(file => Path.GetRelativePath(Repository.Root, file))
                .Order(StringComparer.Ordinal),
        ];

    [Theory]
    [MemberData(nameof(Files))]
    public void No_words_stand_in_a_component_or_a_style_sheet_as_they_are(string file)
    {
        var text = File.ReadAllText(Path.Combine(Repository.Root, file));

        Assert.Empty(
            file.EndsWith(".css", StringComparison.Ordinal)
                ? UnsaidWords.InStyle(text)
                : UnsaidWords.InMarkup(text)
        );
    }

    [Theory]
    [InlineData("<p>Not recorded</p>")]
    [InlineData("<p>@name was here</p>")]
    [InlineData("<td>@(start is null ? \"not recorded\" : Day(start))</td>")]
    [InlineData("<td class=\"date\">@(title ?? \"Untitled\")</td>")]
    [InlineData("<td>@($\"{Number(count)} rows\")</td>")]
    [InlineData("<td>@($\"{(late ? \"late\" : \"\")}\")</td>")]
    [InlineData("<input placeholder=\"Filter results\" />")]
    [InlineData("<nav aria-label=\"Pages\"></nav>")]
    public void Words_in_markup_are_found(string razor) =>
        Assert.NotEmpty(UnsaidWords.InMarkup(razor));

    [Theory]
    [InlineData("<p>@Say(\"Not recorded\")</p>")]
    [InlineData("<p>@(start ?? Say(\"not recorded\"))</p>")]
    [InlineData("<p>@($\" +{Number(count)}\") · @name</p>")]
    [InlineData("<p>@(more ? Counted(Sum(a, b), \"{0} row\", \"{0} rows\") : \"\")</p>")]
    [InlineData(
        "<p class=\"@(isOpen ? \"open\" : \"shut\")\" aria-label=\"@Say(\"Pages\")\">@* A remark *@</p>"
    )]
    [InlineData("@if (rows.Count > most)\n{\n  <b>@rows.Count</b>\n}")]
    [InlineData("<p>@name</p>\n@code {\n  private string Kind => \"high critical\";\n}")]
    public void What_is_said_in_the_readers_language_is_not(string razor) =>
        Assert.Empty(UnsaidWords.InMarkup(razor));

    [Theory]
    [InlineData("a::before { content: \"Shown: \"; }", true)]
    [InlineData("@page { content: \"page \" counter(page); }", true)]
    [InlineData("a::before { content: \"\\25be \"; }", false)]
    [InlineData("a::before { content: var(--print-shown) \" · \" \"\\a\"; }", false)]
    public void Words_of_a_style_sheet_are_found(string css, bool found) =>
        Assert.Equal(found, UnsaidWords.InStyle(css).Any());
}
