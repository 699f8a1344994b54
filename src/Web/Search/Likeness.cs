namespace HeiChartViewer.Web.Search;

/// <summary>Why a person could be taken for another of the same answer.</summary>
public enum Likeness
{
    /// <summary>Names that begin alike, and the same birth date.</summary>
    NameAndBirthDate,

    /// <summary>The same family name and the same birth date, as twins have.</summary>
    FamilyNameAndBirthDate,

    /// <summary>Family and given names that begin alike.</summary>
    Name,

    /// <summary>The same birth date.</summary>
    BirthDate,
}
