using System.Globalization;
using System.Runtime.CompilerServices;
using Gms.Platform;
using Gms.SocialSecurity.Schemes;
using Proto = Gms.SocialSecurity.V1;
using TypeProto = Gms.Type.V1;

namespace Gms.SocialSecurity.Contributions;

/// <summary>The CSV form of a row of Contributions.ImportFilings. Amounts stand as people write them, in whole units of the currency.</summary>
static class FilingCsv
{
    /// <summary>Beyond 10^15 minor units an amount is a slip of the keyboard (<see cref="Platform.Read"/>).</summary>
    const int MostDigits = 13;

    public static readonly CsvForm<Line> Form = new(
        new("worker_number", "worker_number", (line, text) => line.Row.WorkerNumber = text, Required: true),
        new("scheme", "scheme_id", (line, text) => line.Row.SchemeId = text, Required: true),
        new("employer", "employer", (line, text) => line.Row.Employer = text, Required: true),
        new("month", "month", ReadMonth, Required: true),
        new("currency", "currency", (line, text) => line.Currency = text, Required: true),
        new("wage", "wage", (line, text) => line.Wage = Amount(text, "wage")),
        new("employee_paid", "employee_paid", (line, text) => line.EmployeePaid = Amount(text, "employee_paid"), Required: true),
        new("employer_paid", "employer_paid", (line, text) => line.EmployerPaid = Amount(text, "employer_paid"), Required: true),
        new("correction", "correction", (line, text) => line.Row.Correction = text switch
        {
            "yes" => true,
            "no" => false,
            _ => throw Refuse.Invalid(Problems.FilingCorrectionMalformed("correction")),
        }));

    public static async IAsyncEnumerable<IncomingRow<Proto.FilingRow>> Rows(IAsyncEnumerable<CsvRecord> records, [EnumeratorCancellation] CancellationToken cancel = default)
    {
        await foreach (var line in Form.Read(records, cancel))
            yield return line.Row is null ? new(line.Number, null, line.Unreadable) : InMinorUnits(line.Number, line.Row);
    }

    static IncomingRow<Proto.FilingRow> InMinorUnits(long number, Line line)
    {
        var (whole, rest) = (line.Currency == "VND" ? 1 : 100, new List<Problem>());
        TypeProto.Money? Minor(decimal? amount, string column)
        {
            if (amount is not { } a)
                return null;
            if (a * whole != decimal.Truncate(a * whole))
                rest.Add(Problems.FilingAmountMalformed(column));
            return new() { Minor = (long)decimal.Truncate(a * whole), Currency = line.Currency };
        }
        (line.Row.Wage, line.Row.EmployeePaid, line.Row.EmployerPaid) = (Minor(line.Wage, "wage"), Minor(line.EmployeePaid, "employee_paid"), Minor(line.EmployerPaid, "employer_paid"));
        return rest.Count == 0 ? new(number, line.Row) : new(number, null, rest[0]);
    }

    static void ReadMonth(Line line, string text)
    {
        if (!DateOnly.TryParseExact(text, "yyyy-MM", CultureInfo.InvariantCulture, DateTimeStyles.None, out var month))
            throw Refuse.Invalid(Problems.FilingMonthMalformed());
        (line.Row.Year, line.Row.Month) = (month.Year, month.Month);
    }

    static decimal Amount(string text, string column)
    {
        var digits = text.Split('.');
        var right = digits is [{ Length: >= 1 and <= MostDigits }] or [{ Length: >= 1 and <= MostDigits }, { Length: 1 or 2 }] && digits.All(d => d.All(char.IsAsciiDigit));
        return right ? decimal.Parse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture) : throw Refuse.Invalid(Problems.FilingAmountMalformed(column));
    }

    /// <summary>A line as it is read, before the currency is known for its amounts.</summary>
    internal sealed class Line
    {
        public Proto.FilingRow Row { get; } = new();

        public string Currency { get; set; } = "";

        public decimal? Wage { get; set; }

        public decimal? EmployeePaid { get; set; }

        public decimal? EmployerPaid { get; set; }
    }
}
