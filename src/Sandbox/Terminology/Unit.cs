namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>A unit: its UCUM code and how people write it.</summary>
internal sealed record Unit(string Code, string Text)
{
    // csharpier-ignore-start - a table reads best as one
    public static readonly Unit Percent = new("%", "%");
    public static readonly Unit MillimolePerMole = new("mmol/mol", "mmol/mol");
    public static readonly Unit MilligramPerDeciliter = new("mg/dL", "mg/dL");
    public static readonly Unit GramPerDeciliter = new("g/dL", "g/dL");
    public static readonly Unit MillimolePerLiter = new("mmol/L", "mmol/L");
    public static readonly Unit MicromolePerLiter = new("umol/L", "µmol/L");
    public static readonly Unit Filtration = new("mL/min/{1.73_m2}", "mL/min/1.73 m²");
    public static readonly Unit MilligramPerGram = new("mg/g", "mg/g");
    public static readonly Unit ThousandPerMicroliter = new("10*3/uL", "10³/µL");
    public static readonly Unit Femtoliter = new("fL", "fL");
    public static readonly Unit Ratio = new("{INR}", "INR");
    public static readonly Unit MilliunitPerLiter = new("m[IU]/L", "mIU/L");
    public static readonly Unit NanogramPerLiter = new("ng/L", "ng/L");
    public static readonly Unit NanogramPerMilliliter = new("ng/mL", "ng/mL");
    public static readonly Unit PicogramPerMilliliter = new("pg/mL", "pg/mL");
    public static readonly Unit UnitPerLiter = new("U/L", "U/L");
    public static readonly Unit MilligramPerLiter = new("mg/L", "mg/L");
    public static readonly Unit MillimeterMercury = new("mm[Hg]", "mmHg");
    public static readonly Unit PerMinute = new("/min", "/min");
    public static readonly Unit Celsius = new("Cel", "°C");
    public static readonly Unit Fahrenheit = new("[degF]", "°F");
    public static readonly Unit Kilogram = new("kg", "kg");
    public static readonly Unit Pound = new("[lb_av]", "lb");
    public static readonly Unit Centimeter = new("cm", "cm");
    public static readonly Unit BodyMass = new("kg/m2", "kg/m²");
    public static readonly Unit Liter = new("L", "L");
    public static readonly Unit Score = new("{score}", "score");
    public static readonly Unit CopiesPerMilliliter = new("{copies}/mL", "copies/mL");
    public static readonly Unit PerMicroliter = new("/uL", "/µL");
    // csharpier-ignore-end
}
