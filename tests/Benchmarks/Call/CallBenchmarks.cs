using BenchmarkDotNet.Attributes;

namespace Benchmarks.Call;

/// <summary>The three calls as BenchmarkDotNet wants them.</summary>
public class CallBenchmarks
{
    [Benchmark(Baseline = true)]
    public void HandWritten() => CallSubject.HandWritten.Call();

    [Benchmark]
    public void Generated() => CallSubject.Generated.Call();

    [Benchmark]
    public void StockNSwag() => CallSubject.Stock.Call();
}
