using HeiChartViewer.Tests.E2E.Fixtures;
using HeiChartViewer.Tests.E2E.Pages;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace HeiChartViewer.Tests.E2E.Specs;

/// <content>What the documents of a patient are.</content>
public sealed partial class CatalogueSpec
{
    private const string Elsewhere = "elsewhere.example.org";

    private async Task ShowsEachDocumentAsWhatItIs(SandboxPatient patient)
    {
        var (page, chart) = await OpenAsync(patient);
        var left = new List<string>();
        page.Request += (_, request) =>
        {
            if (request.Url.Contains(Elsewhere, StringComparison.Ordinal))
                left.Add(request.Url);
        };
        page.Dialog += (_, dialog) => left.Add(dialog.Message);
        page.Popup += (_, popup) => left.Add(popup.Url);
        await chart.WaitUntilLoadedAsync();
        await chart.GoToAsync("documents");
        await chart.Rows("documents").First.WaitForAsync();

        await OpenDocumentAsync(
            chart,
            "Discharge summary: Pneumonia",
            text => ReadsAsync(text, "Cough and fever for three days.")
        );
        await OpenDocumentAsync(
            chart,
            "Letter in Latin-1",
            text =>
                ReadsAsync(text, "Sent from São Paulo by Dr. Åström: nothing to add, à bientôt.")
        );
        await OpenDocumentAsync(
            chart,
            "Letter in UTF-16",
            text =>
                ReadsAsync(text, "Sent from Łódź by Dr. Παπαδόπουλος: nothing to add, do widzenia.")
        );
        await OpenDocumentAsync(
            chart,
            "Chest X-ray, report as PDF",
            dialog => IsThePdfAsync(page, dialog)
        );
        await OpenDocumentAsync(chart, "Chest X-ray, picture", IsThePictureAsync);
        await OpenDocumentAsync(chart, "Discharge letter", IsTheLetterAsync);
        await OpenDocumentAsync(
            chart,
            "Consultation letter",
            IsTheHostileLetterWithoutItsHarmAsync
        );
        await OpenDocumentAsync(chart, "Continuity of care document", IsTheSummaryOfCareAsync);
        await OpenDocumentAsync(chart, "Ward round", dialog => SaysAsync(dialog, "Empty."));
        await OpenDocumentAsync(
            chart,
            "Chest X-ray, study",
            dialog => SaysAsync(dialog, "This viewer does not show that kind")
        );
        await OpenDocumentAsync(
            chart,
            "Bronchoscopy",
            dialog => SaysAsync(dialog, "Not available.")
        );

        Assert.Empty(left);
        await page.Context.CloseAsync();
    }

    private static async Task OpenDocumentAsync(
        ChartPage chart,
        string title,
        Func<ILocator, Task> look
    )
    {
        await chart
            .Rows("documents")
            .Filter(new() { HasText = title })
            .First.GetByRole(AriaRole.Button)
            .First.ClickAsync();
        var dialog = chart.Locator("dialog[open]");
        await dialog.Locator(".contents button.open").First.ClickAsync();
        await look(dialog);
        await dialog.PressAsync("Escape");
        // The browser closes it at once, and the server when it has heard of that.
        await Expect(chart.Locator("dialog .body")).ToHaveCountAsync(0);
    }

    private static Task SaysAsync(ILocator dialog, string words) =>
        Expect(dialog.Locator(".contents")).ToContainTextAsync(words);

    /// <summary>Every letter is the one that was written: nothing is guessed, nothing is damaged.</summary>
    private static async Task ReadsAsync(ILocator dialog, string words)
    {
        await Expect(dialog.Locator("pre.words")).ToContainTextAsync(words);
        await Expect(dialog.Locator(".remark")).ToHaveCountAsync(0);
    }

    private static async Task IsThePdfAsync(IPage page, ILocator dialog)
    {
        await Expect(dialog.Locator("iframe.page"))
            .ToHaveAttributeAsync("title", "The document, PDF");
        var download = await page.RunAndWaitForDownloadAsync(() =>
            dialog.GetByRole(AriaRole.Button, new() { Name = "Download" }).ClickAsync()
        );
        var words = await PrintedPages.ReadAsync(
            await File.ReadAllBytesAsync(await download.PathAsync())
        );
        Assert.Contains(
            "Impression: pneumonia of the right lower lobe.",
            Assert.Single(words),
            StringComparison.Ordinal
        );
    }

    private static async Task IsThePictureAsync(ILocator dialog)
    {
        var picture = dialog.GetByRole(AriaRole.Img, new() { Name = "Chest X-ray, picture" });
        await Expect(picture).ToHaveJSPropertyAsync("naturalWidth", 256);
        await Expect(picture).ToHaveJSPropertyAsync("naturalHeight", 256);
    }

    private static async Task IsTheLetterAsync(ILocator dialog)
    {
        var letter = await FrameAsync(dialog);
        await Expect(letter.GetByRole(AriaRole.Heading)).ToHaveTextAsync("Discharge letter");
        await Expect(letter.GetByRole(AriaRole.Cell))
            .ToHaveTextAsync(["Lisinopril", "10 mg once daily"]);
        await Expect(letter.GetByRole(AriaRole.Listitem))
            .ToHaveTextAsync(["Blood pressure in two weeks", "Potassium in four weeks"]);
    }

    private static async Task IsTheHostileLetterWithoutItsHarmAsync(ILocator dialog)
    {
        await Expect(dialog.Locator(".remark")).ToContainTextAsync("Left out for safety");
        var letter = await FrameAsync(dialog);
        await Expect(letter.Locator("body"))
            .ToContainTextAsync(
                "The words of this letter are real, and everything around them is hostile."
            );
        await Expect(
                letter.Locator(
                    "script, svg, math, iframe, object, embed, form, input, base, link, meta[http-equiv=refresh], a[href], [src], [style], [onload], [onerror], [onfocus]"
                )
            )
            .ToHaveCountAsync(0);
        Assert.DoesNotContain(
            Elsewhere,
            await letter.Locator("html").EvaluateAsync<string>("html => html.outerHTML"),
            StringComparison.Ordinal
        );
    }

    private static async Task IsTheSummaryOfCareAsync(ILocator dialog)
    {
        var summary = await FrameAsync(dialog);
        await Expect(summary.Locator("body")).ToContainTextAsync("Problem list");
        await Expect(summary.GetByRole(AriaRole.Cell).Filter(new() { HasText = "Pneumonia" }).First)
            .ToBeVisibleAsync();
        await Expect(summary.Locator("script")).ToHaveCountAsync(0);
    }

    /// <summary>A page made of what a source wrote runs nothing, and is of no origin.</summary>
    private static async Task<IFrameLocator> FrameAsync(ILocator dialog)
    {
        var frame = dialog.Locator("iframe.page");
        await Expect(frame).ToHaveAttributeAsync("sandbox", "");
        return frame.ContentFrame;
    }
}
