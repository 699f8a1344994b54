using System.Text.Json.Serialization;

namespace HeiChartViewer.Web.Search;

/// <summary>The sex that a coordinator knows of the person they look for.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PersonSex>))]
public enum PersonSex
{
    /// <summary>Female.</summary>
    Female,

    /// <summary>Male.</summary>
    Male,

    /// <summary>Neither.</summary>
    Other,
}
