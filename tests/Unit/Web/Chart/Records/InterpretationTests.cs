using HealtheIntent.Client;
using HeiChartViewer.Web.Chart.Records;

namespace HeiChartViewer.Tests.Unit.Web.Chart.Records;

/// <summary>Every code of HL7 v2 table 0078 and of HL7 v3 ObservationInterpretation, and what is made of it.</summary>
public sealed class InterpretationTests
{
    public static TheoryData<string, ResultLevel, string> Codes =>
        new()
        {
            { "N", ResultLevel.Normal, "normal" },
            { "H", ResultLevel.High, "high" },
            { "HU", ResultLevel.High, "significantly high" },
            { "H>", ResultLevel.High, "significantly high" },
            { "HX", ResultLevel.High, "above high threshold" },
            { ">", ResultLevel.High, "above what the method can measure" },
            { "HH", ResultLevel.CriticalHigh, "critically high" },
            { "L", ResultLevel.Low, "low" },
            { "LU", ResultLevel.Low, "significantly low" },
            { "L<", ResultLevel.Low, "significantly low" },
            { "LX", ResultLevel.Low, "below low threshold" },
            { "<", ResultLevel.Low, "below what the method can measure" },
            { "LL", ResultLevel.CriticalLow, "critically low" },
            { "A", ResultLevel.Abnormal, "abnormal" },
            { "EX", ResultLevel.Abnormal, "outside threshold" },
            { "AA", ResultLevel.Critical, "critically abnormal" },
            { "POS", ResultLevel.Finding, "positive" },
            { "NEG", ResultLevel.Finding, "negative" },
            { "DET", ResultLevel.Finding, "detected" },
            { "ND", ResultLevel.Finding, "not detected" },
            { "IND", ResultLevel.Finding, "indeterminate" },
            { "E", ResultLevel.Finding, "equivocal" },
            { "RR", ResultLevel.Finding, "reactive" },
            { "WR", ResultLevel.Finding, "weakly reactive" },
            { "NR", ResultLevel.Finding, "not reactive" },
            { "S", ResultLevel.Finding, "susceptible" },
            { "SDD", ResultLevel.Finding, "susceptible, depending on dose" },
            { "MS", ResultLevel.Finding, "moderately susceptible" },
            { "VS", ResultLevel.Finding, "very susceptible" },
            { "NS", ResultLevel.Finding, "not susceptible" },
            { "I", ResultLevel.Finding, "intermediate" },
            { "R", ResultLevel.Finding, "resistant" },
            { "SYN-S", ResultLevel.Finding, "synergy: susceptible" },
            { "SYN-R", ResultLevel.Finding, "synergy: resistant" },
            { "NCL", ResultLevel.Finding, "no defined breakpoint" },
            { "B", ResultLevel.Finding, "better" },
            { "W", ResultLevel.Finding, "worse" },
            { "U", ResultLevel.Finding, "significant change upwards" },
            { "D", ResultLevel.Finding, "significant change downwards" },
            { "EXP", ResultLevel.Finding, "expected" },
            { "UNE", ResultLevel.Finding, "unexpected" },
            { "CAR", ResultLevel.Finding, "carrier" },
            { "AC", ResultLevel.Finding, "anti-complementary substances present" },
            { "TOX", ResultLevel.Finding, "cytotoxic substance present" },
            { "null", ResultLevel.Finding, "no normal range applies" },
            { "IE", ResultLevel.Unknown, "insufficient evidence" },
            { "QCF", ResultLevel.Unknown, "quality control failure" },
            { "HM", ResultLevel.Unknown, "held for medical review" },
        };

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_known_code_has_its_level_and_its_meaning(
        string code,
        ResultLevel level,
        string meaning
    )
    {
        var flag = ResultFlag.Of(Flagged(new Coding("hl7", code, null)))!;

        Assert.Equal((level, meaning), (flag.Level, flag.Words));
        Assert.Equal(
            flag.Level,
            ResultFlag.Of(Flagged(new Coding("hl7", code.ToLowerInvariant(), null)))!.Level
        );
        // What makes no judgement is neither a question nor abnormal.
        if (level is ResultLevel.Finding or ResultLevel.Normal)
            Assert.Equal(("", false), (flag.Mark, flag.IsAbnormal));
        else
            Assert.True(flag.Mark.Length > 0 && flag.IsAbnormal);
    }

    [Theory]
    [InlineData("Positive", ResultLevel.Finding)]
    [InlineData("Non-reactive", ResultLevel.Finding)]
    [InlineData("Off scale high", ResultLevel.High)]
    [InlineData("Below lower panic limits", ResultLevel.CriticalLow)]
    [InlineData("Critical high", ResultLevel.CriticalHigh)]
    public void The_words_of_a_code_stand_for_it(string words, ResultLevel level) =>
        Assert.Equal(
            level,
            ResultFlag.Of(new Observation { Interpretation = Sample.Text(words) })!.Level
        );

    [Fact]
    public void A_judgement_is_not_hidden_by_a_finding() =>
        Assert.Equal(
            ResultLevel.Abnormal,
            ResultFlag.Of(Flagged(new("hl7", "POS", null), new("hl7", "A", null)))!.Level
        );

    private static Observation Flagged(params Coding[] codings) =>
        new() { Interpretation = new() { Codings = codings } };
}
