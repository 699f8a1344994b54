namespace HeiChartViewer.Web.Language;

/// <summary>Which form goes with a number, as Unicode CLDR has it for whole numbers.</summary>
internal static class PluralForms
{
    /// <summary>English and Swedish.</summary>
    public static PluralForm OneOrOther(int number) =>
        number == 1 ? PluralForm.One : PluralForm.Other;

    /// <summary>Arabic.</summary>
    public static PluralForm Arabic(int number) =>
        number switch
        {
            0 => PluralForm.Zero,
            1 => PluralForm.One,
            2 => PluralForm.Two,
            _ => (number % 100) switch
            {
                >= 3 and <= 10 => PluralForm.Few,
                >= 11 => PluralForm.Many,
                _ => PluralForm.Other,
            },
        };
}
