namespace HeiChartViewer.Sandbox.Terminology;

/// <summary>The vaccines of the population; the makers are invented.</summary>
internal static class Vaccines
{
    private const string Aldermoor = "Aldermoor Biologics";
    private const string Corvane = "Corvane Vaccines";

    // csharpier-ignore-start - a table reads best as one
    public static readonly Vaccine Influenza = new(Term.Cvx("140", "Influenza, seasonal, injectable, preservative free"), 1980, "0.5", Aldermoor);
    public static readonly Vaccine Tdap = new(Term.Cvx("115", "Tdap"), 2005, "0.5", Corvane);
    public static readonly Vaccine Dtap = new(Term.Cvx("20", "DTaP"), 1991, "0.5", Corvane);
    public static readonly Vaccine HepatitisB = new(Term.Cvx("08", "Hep B, adolescent or pediatric"), 1986, "0.5", Aldermoor);
    public static readonly Vaccine Polio = new(Term.Cvx("10", "IPV"), 1990, "0.5", Corvane);
    public static readonly Vaccine Rotavirus = new(Term.Cvx("119", "rotavirus, monovalent"), 2008, "1.5", Aldermoor) { Route = Vaccine.ByMouth };
    public static readonly Vaccine Mmr = new(Term.Cvx("03", "MMR"), 1971, "0.5", Corvane) { Route = Vaccine.UnderTheSkin };
    public static readonly Vaccine Varicella = new(Term.Cvx("21", "varicella"), 1995, "0.5", Corvane) { Route = Vaccine.UnderTheSkin };
    public static readonly Vaccine Pneumococcal13 = new(Term.Cvx("133", "Pneumococcal conjugate PCV 13"), 2010, "0.5", Aldermoor);
    public static readonly Vaccine Pneumococcal23 = new(Term.Cvx("33", "pneumococcal polysaccharide PPV23"), 1983, "0.5", Aldermoor);
    public static readonly Vaccine Papilloma9 = new(Term.Cvx("165", "HPV9"), 2015, "0.5", Corvane);
    public static readonly Vaccine Zoster = new(Term.Cvx("187", "zoster recombinant"), 2018, "0.5", Aldermoor);
    public static readonly Vaccine Covid = new(Term.Cvx("208", "COVID-19, mRNA, LNP-S, PF, 30 mcg/0.3 mL dose"), 2021, "0.3", Corvane);
    // csharpier-ignore-end
}
