using HeiChartViewer.Web.Chart.Documents;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Documents;

public sealed class ClinicalDocumentTests
{
    [Fact]
    public void Whom_it_names_and_when_it_was_written_stand_first()
    {
        var html = Html(
            """
            <title>Summary</title><effectiveTime value="20261118071400+0000"/>
            <recordTarget><patientRole><patient><name><given>Nora</given><family>Quill</family></name><birthTime value="195103"/></patient></patientRole></recordTarget>
            <author><assignedAuthor><assignedPerson><name>Dr <family>Berg</family></name></assignedPerson></assignedAuthor></author>
            """
        );

        Assert.StartsWith(
            "<h1>Summary</h1><p>Names Nora Quill, born Mar-1951. Written 18-Nov-2026 07:14 UTC by Dr Berg.</p>",
            html.Replace("&#x2B;", "+", StringComparison.Ordinal),
            StringComparison.Ordinal
        );
    }

    [Theory]
    [InlineData("1951", "1951")]
    [InlineData("19510304", "04-Mar-1951")]
    [InlineData("195103041200", "04-Mar-1951")]
    [InlineData("20260206142600-0600", "06-Feb-2026 14:26 UTC−6")]
    [InlineData("sometime", "sometime")]
    public void DTa_0002_Times_are_as_precise_as_they_were_written(string value, string words) =>
        Assert.Contains(
            $"Written {words}.",
            System.Net.WebUtility.HtmlDecode(Html($"<effectiveTime value=\"{value}\"/>")),
            StringComparison.Ordinal
        );

    [Fact]
    public void Text_lists_tables_and_what_was_struck_out_keep_their_meaning()
    {
        var html = Html(
            Section(
                """
                <title>Medication</title><text>Take <content styleCode="Bold">daily</content>, <content revised="delete">20</content> 10 mg<br/>
                <list listType="ordered"><item>One</item></list><table><caption>Doses</caption><tbody><tr><th>Drug</th><td colspan="2">A &lt; B</td></tr></tbody></table>
                <renderMultiMedia referencedObject="x"/><linkHtml href="https://elsewhere.example.org/">there</linkHtml></text>
                """
            )
        );

        Assert.Contains(
            "<h2>Medication</h2>Take <strong>daily</strong>, <del>20</del> 10 mg<br>",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("<ol><li>One</li></ol>", html, StringComparison.Ordinal);
        Assert.Contains(
            """<table><caption>Doses</caption><tbody><tr><th>Drug</th><td colspan="2">A &lt; B</td></tr></tbody></table>""",
            html,
            StringComparison.Ordinal
        );
        Assert.Contains("[picture, not shown]", html, StringComparison.Ordinal);
        Assert.Contains("<span>there</span>", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_section_without_words_says_that_codes_are_not_shown()
    {
        var html = Html(Section("<title>Allergies</title><entry/><entry/>"));

        Assert.Contains("no words, but 2 coded entries", html, StringComparison.Ordinal);
    }

    [Fact]
    public void A_body_in_another_form_is_named()
    {
        var html = Html(
            "<component><nonXMLBody><text mediaType=\"application/pdf\">JVBERi0=</text></nonXMLBody></component>"
        );

        Assert.Contains("another form (application/pdf)", html, StringComparison.Ordinal);
        Assert.DoesNotContain("JVBERi0=", html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<other/>")]
    [InlineData("<ClinicalDocument/>")]
    [InlineData("<ClinicalDocument xmlns=\"urn:hl7-org:v3\">")]
    [InlineData("no XML")]
    [InlineData(
        "<!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]><ClinicalDocument xmlns=\"urn:hl7-org:v3\"><title>&e;</title></ClinicalDocument>"
    )]
    public void What_is_no_clinical_document_is_not_shown_as_one(string xml) =>
        Assert.Null(ClinicalDocument.ToHtml(xml));

    [Fact]
    public void Narrative_nested_without_end_loses_no_word()
    {
        const int depth = 20_000;
        var html = Html(
            Section(
                $"<text>{string.Concat(Enumerable.Repeat("<content>", depth))}10 mg{string.Concat(Enumerable.Repeat("</content>", depth))}</text>"
            )
        );

        Assert.Contains("10 mg", html, StringComparison.Ordinal);
    }

    private static string Section(string content) =>
        $"<component><structuredBody><component><section>{content}</section></component></structuredBody></component>";

    private static string Html(string content) =>
        ClinicalDocument.ToHtml(
            $"<ClinicalDocument xmlns=\"urn:hl7-org:v3\">{content}</ClinicalDocument>"
        )!;
}
