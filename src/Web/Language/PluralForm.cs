namespace HeiChartViewer.Web.Language;

/// <summary>The forms that a noun may have beside a number, in the order a resource lists them (Unicode CLDR).</summary>
public enum PluralForm
{
    /// <summary>With none.</summary>
    Zero,

    /// <summary>With one.</summary>
    One,

    /// <summary>With two.</summary>
    Two,

    /// <summary>With a few.</summary>
    Few,

    /// <summary>With many.</summary>
    Many,

    /// <summary>With any other number.</summary>
    Other,
}
