namespace Gms.Population;

/// <summary>How often offices write the same person differently. Each is drawn for itself, so several can meet in one entry.</summary>
public sealed record ErrorRates
{
    public double SwappedOrder { get; init; } = 0.08;
    public double Transliteration { get; init; } = 0.20;
    public double Typo { get; init; } = 0.04;
    public double MissingDay { get; init; } = 0.04;
    public double MissingDayAndMonth { get; init; } = 0.06;
    public double FirstOfJanuary { get; init; } = 0.02;
    public double DayMonthSwapped { get; init; } = 0.02;
    public double YearOff { get; init; } = 0.02;
    public double NewPassport { get; init; } = 0.30;
    public double MarriedName { get; init; } = 0.03;
    public double MovedProvince { get; init; } = 0.12;
    public double OtherPhone { get; init; } = 0.40;
    public double NativeScriptAlone { get; init; } = 0.02;

    public ErrorRates Times(double factor) => new()
    {
        SwappedOrder = SwappedOrder * factor,
        Transliteration = Transliteration * factor,
        Typo = Typo * factor,
        MissingDay = MissingDay * factor,
        MissingDayAndMonth = MissingDayAndMonth * factor,
        FirstOfJanuary = FirstOfJanuary * factor,
        DayMonthSwapped = DayMonthSwapped * factor,
        YearOff = YearOff * factor,
        NewPassport = NewPassport * factor,
        MarriedName = MarriedName * factor,
        MovedProvince = MovedProvince * factor,
        OtherPhone = OtherPhone * factor,
        NativeScriptAlone = NativeScriptAlone * factor,
    };

    /// <summary>Nothing goes wrong; a test sets the one error that it is about.</summary>
    public static ErrorRates None { get; } = new ErrorRates().Times(0);
}
