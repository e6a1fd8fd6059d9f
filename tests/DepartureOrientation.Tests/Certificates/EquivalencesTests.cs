using Gms.DepartureOrientation.Certificates;
using Gms.Type.V1;
using Xunit;

namespace Gms.DepartureOrientation.Tests.Certificates;

/// <summary>With rows of the test's own: none is known, and none is made up.</summary>
public sealed class EquivalencesTests
{
    static readonly DateOnly Day = A.Today.AddDays(5);
    static readonly Equivalence Row = new("KH", "LA", null, A.Today, A.Today.AddYears(1), "test row", Confidence.High);

    [Fact]
    public void None_is_known_so_none_counts() => Assert.Null(Equivalences.Load().Of(A.Certificate(), "KH", Day));

    [Fact]
    public void A_row_counts_for_its_countries_programme_and_days()
    {
        var certificate = A.Certificate();

        Assert.Equal(Row, new Equivalences([Row]).Of(certificate, "KH", Day));
        Assert.Null(new Equivalences([Row]).Of(certificate, "VN", Day));
        Assert.Null(new Equivalences([Row]).Of(A.Certificate(country: "TH"), "KH", Day));
        Assert.Null(new Equivalences([Row]).Of(certificate, "KH", A.Today.AddDays(-1)));
        Assert.Null(new Equivalences([Row]).Of(certificate, "KH", A.Today.AddYears(2)));
        Assert.NotNull(new Equivalences([Row with { Programme = "LA-PDO" }]).Of(certificate, "KH", Day));
        Assert.Null(new Equivalences([Row with { Programme = "TH-PAO" }]).Of(certificate, "KH", Day));
    }

    [Fact]
    public void Of_two_rows_the_surer_counts() =>
        Assert.Equal(Row, new Equivalences([Row with { Confidence = Confidence.Low }, Row, Row with { Confidence = Confidence.Medium }]).Of(A.Certificate(), "KH", Day));

    [Fact]
    public void With_a_row_another_country_s_certificate_answers_and_everything_else_still_must_hold()
    {
        Assert.Equal("KH is not known to take certificates of LA.", CertificateRules.Flaw(A.Certificate(), "KH", "TH", Day, signed: true));
        Assert.Null(CertificateRules.Flaw(A.Certificate(), "KH", "TH", Day, signed: true, Row));
        Assert.Null(CertificateRules.Flaw(A.Certificate(origin: null), "KH", "TH", Day, signed: true, Row));
        Assert.NotNull(CertificateRules.Flaw(A.Certificate(origin: "VN"), "KH", "TH", Day, signed: true, Row));
        Assert.NotNull(CertificateRules.Flaw(A.Certificate(), "KH", "CN", Day, signed: true, Row));
        Assert.NotNull(CertificateRules.Flaw(A.Certificate(expires: Day.AddDays(-1)), "KH", "TH", Day, signed: true, Row));
    }

    [Theory]
    [InlineData(Confidence.High, Outcome.Pass)]
    [InlineData(Confidence.Medium, Outcome.Pass)]
    [InlineData(Confidence.Low, Outcome.Unknown)]
    public void How_sure_the_row_is_is_how_sure_the_check_is(Confidence sure, Outcome outcome)
    {
        var programmes = Programmes.FromReference();

        var check = OrientationCheck.Of(programmes, programmes["VN-PDO"], A.Certificate(), null, Row with { AcceptedBy = "VN", Confidence = sure });

        Assert.Equal((outcome, "test row", sure), (check.Outcome, check.Source.Text, check.Source.Confidence));
    }
}
